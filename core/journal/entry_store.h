// SPDX-License-Identifier: Apache-2.0
// Saved entries: add, change, remove with undo, and the timeline in pages.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "journal/entry.h"
#include "vault/database.h"

namespace pennydrop {

/// What a list shows of an entry.
struct EntrySummary {
    EntryId id{};
    EntryKind kind{EntryKind::kSetback};
    LocalTime occurred{};
    std::string preview{};  ///< The first kPreviewCharacters of the text, in UTF-8.
    std::optional<Theme> theme{};
    std::optional<SystemLevel> level{};
    std::optional<BarrierState> state{};  ///< As stored: it counts for a barrier.
    bool is_learned{false};               ///< A follow-up says what it taught.

    bool operator==(const EntrySummary&) const = default;
};

/// Enough for three lines on a wide list; in Unicode code points.
inline constexpr int kPreviewCharacters = 240;

/// A place in the timeline, which runs from the newest entry to the oldest.
struct TimelinePosition {
    Timestamp at{};
    EntryId id{};

    [[nodiscard]] static TimelinePosition of(const EntrySummary& entry) noexcept {
        return {entry.occurred.at, entry.id};
    }
    /// Newer sorts first.
    [[nodiscard]] friend bool operator<(const TimelinePosition& a, const TimelinePosition& b) noexcept {
        return a.at != b.at ? a.at > b.at : a.id > b.id;
    }
    bool operator==(const TimelinePosition&) const = default;
};

/// Tells an entry from all others of all journals.
using EntryUid = std::array<std::uint8_t, 16>;

class EntryStore {
public:
    /// Borrows the connection.
    explicit EntryStore(Connection& database) noexcept : database_(&database) {}

    /// Saves a new entry, durable on return; returns it as find() does. kInvalid: empty or too long text, text that is
    /// not UTF-8, a theme that does not fit the kind, a tag that normal_tag() does not accept, too many tags.
    [[nodiscard]] Result<Entry> add(const EntryContent& content, Timestamp now) { return add(content, now, new_uid()); }
    /// As above, under a uid that no entry has yet.
    [[nodiscard]] Result<Entry> add(const EntryContent& content, Timestamp now, const EntryUid& uid);
    /// kNotFound also for a removed entry.
    [[nodiscard]] Result<Entry> find(EntryId id) const;
    [[nodiscard]] Result<EntrySummary> summary(EntryId id) const;
    /// Replaces the content. Errors as add(), and kNotFound. Another state of a barrier is dated `now`.
    [[nodiscard]] Status change(EntryId id, const EntryContent& content, Timestamp now);

    /// Takes the entry out of every list and search, with all that belongs to it; restore() brings all of it back until
    /// purge_removed().
    [[nodiscard]] Status remove(EntryId id, Timestamp now);
    [[nodiscard]] Status restore(EntryId id);
    /// Deletes for good what was removed before `before`, overwriting its bytes: entries with all that belongs to them,
    /// and single follow-ups and decisions. Returns how many entries.
    [[nodiscard]] Result<std::int64_t> purge_removed(Timestamp before);

    /// Up to `limit` entries that come after `position` in the timeline (from the top when not given).
    [[nodiscard]] Result<std::vector<EntrySummary>> page(std::optional<TimelinePosition> position,
                                                         std::size_t limit) const;
    [[nodiscard]] Result<std::int64_t> count() const;

private:
    [[nodiscard]] static EntryUid new_uid();

    Connection* database_;
};

}  // namespace pennydrop
