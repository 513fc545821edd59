// SPDX-License-Identifier: Apache-2.0
// The bin: entries (and attachments) that were deleted stay for some days, can be brought back, and are then erased so
// that nothing of them is left in the vault, in the full-text index or in its log either.
//
// Erasing goes in steps, so that an unlock never waits for it: call step() until there is no more to do, after every
// unlock and after erase() and erase_all(). What a kill interrupts, the steps of the next unlock finish.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "journal/attachment.h"
#include "journal/entry_store.h"
#include "vault/database.h"

namespace pennydrop {

inline constexpr int kDefaultBinDays = 30;
inline constexpr int kLeastBinDays = 1;
inline constexpr int kMostBinDays = 365;

/// A deleted entry.
struct BinItem {
    EntrySummary entry{};
    Timestamp removed{};
    Timestamp due{};  ///< Erased at the first unlock from then on.

    bool operator==(const BinItem&) const = default;
};

/// A deleted attachment of an entry that is still there.
struct BinAttachment {
    Attachment attachment{};
    Timestamp removed{};
    Timestamp due{};

    bool operator==(const BinAttachment&) const = default;
};

/// A place in the bin, which runs from what was deleted last.
struct BinPosition {
    Timestamp removed{};
    EntryId id{};

    [[nodiscard]] static BinPosition of(const BinItem& item) noexcept { return {item.removed, item.entry.id}; }
    bool operator==(const BinPosition&) const = default;
};

class Bin {
public:
    explicit Bin(Connection& database) noexcept : database_(&database) {}

    /// How long deleted things stay. kDefaultBinDays until it is set.
    [[nodiscard]] Result<int> keep_days() const;
    /// kInvalid outside kLeastBinDays to kMostBinDays. Counts for what is in the bin already.
    [[nodiscard]] Status set_keep_days(int days);

    /// Up to `limit` entries after `position` (from the top when not given), the last deleted first.
    [[nodiscard]] Result<std::vector<BinItem>> page(std::optional<BinPosition> position, std::size_t limit) const;
    /// Entries in the bin.
    [[nodiscard]] Result<std::int64_t> count() const;
    /// The last deleted first. Those that went with their entry are not listed.
    [[nodiscard]] Result<std::vector<BinAttachment>> attachments() const;

    /// Brings an entry back with all that belongs to it. kNotFound when it is not in the bin.
    [[nodiscard]] Status restore(EntryId id);

    /// Erases one entry of the bin now. kNotFound when it is not in the bin.
    [[nodiscard]] Status erase(EntryId id);
    [[nodiscard]] Status erase(AttachmentId id);
    /// Erases all that is in the bin now. Returns how many entries.
    [[nodiscard]] Result<std::int64_t> erase_all();

    /// One short piece of work: some of what is due at `now`, or some of the words and old copies of what was erased.
    /// True while there is more. An error (kDiskFull, kIo) leaves the rest for the next call.
    [[nodiscard]] Result<bool> step(Timestamp now);

private:
    [[nodiscard]] Result<Timestamp> due_before(Timestamp now) const;
    [[nodiscard]] Result<bool> erase_due(Timestamp now);
    [[nodiscard]] Result<bool> erase_words();
    [[nodiscard]] Status erase_one(Sql statement, std::int64_t id);
    [[nodiscard]] Status note_erasure();

    Connection* database_;
};

}  // namespace pennydrop
