// SPDX-License-Identifier: Apache-2.0
// What a person came back to an entry with, each with its own time: notes, what it taught, answers to the review.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/entry.h"
#include "vault/database.h"

namespace pennydrop {

struct FollowUpTag {};
using FollowUpId = Id<FollowUpTag>;

/// What the person sets.
struct FollowUpContent {
    FollowUpKind kind{FollowUpKind::kNote};
    std::string text{};                        ///< UTF-8, at most kMaxTextBytes; as a draft kMaxDraftBytes.
    LocalTime at{};                            ///< When it was written, at that place's own offset.
    std::optional<ReviewQuestion> question{};  ///< The one it answers.

    bool operator==(const FollowUpContent&) const = default;
};

struct FollowUp {
    FollowUpId id{};
    EntryId entry{};
    FollowUpContent content{};
    Timestamp created{};
    Timestamp updated{};

    bool operator==(const FollowUp&) const = default;
};

class FollowUpStore {
public:
    /// Borrows the connection.
    explicit FollowUpStore(Connection& database) noexcept : database_(&database) {}

    /// Durable on return; the entry's follow-up draft is gone then. kInvalid: empty or too long text, text that is not
    /// UTF-8. kNotFound: no such entry, or a removed one.
    [[nodiscard]] Result<FollowUp> add(EntryId entry, const FollowUpContent& content, Timestamp now);
    /// kNotFound also for a removed one, and for one of a removed entry.
    [[nodiscard]] Result<FollowUp> find(FollowUpId id) const;
    /// Errors as add(), and kNotFound.
    [[nodiscard]] Status change(FollowUpId id, const FollowUpContent& content, Timestamp now);
    /// Takes it away; restore() brings it back until EntryStore::purge_removed().
    [[nodiscard]] Status remove(FollowUpId id, Timestamp now);
    [[nodiscard]] Status restore(FollowUpId id);

    /// Of one entry, oldest first. Empty for a removed entry.
    [[nodiscard]] Result<std::vector<FollowUp>> of(EntryId entry) const;
    /// Whether there is a follow-up that says what the entry taught.
    [[nodiscard]] Result<bool> is_learned(EntryId entry) const;

    /// What is being typed: one for each entry, kept through a crash. Replaces the one before; durable on return.
    /// kInvalid as add(), but an empty text is accepted. kNotFound: no such entry.
    [[nodiscard]] Status save_draft(EntryId entry, const FollowUpContent& content, Timestamp now);
    [[nodiscard]] Result<std::optional<FollowUpContent>> load_draft(EntryId entry) const;
    [[nodiscard]] Status discard_draft(EntryId entry);

private:
    Connection* database_;
};

}  // namespace pennydrop
