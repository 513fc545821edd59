// SPDX-License-Identifier: Apache-2.0
// For-now decisions: what, until when, how we will know; and what became of them: adapt, adopt or abandon.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/entry.h"
#include "vault/database.h"

namespace pennydrop {

struct DecisionTag {};
using DecisionId = Id<DecisionTag>;

/// What the person sets. Texts are UTF-8 of at most kMaxNoteBytes.
struct DecisionContent {
    std::string what{};
    CivilDate until{};          ///< The day on which to look again.
    std::string how_we_know{};  ///< May be empty.

    bool operator==(const DecisionContent&) const = default;
};

struct DecisionEnd {
    DecisionOutcome outcome{DecisionOutcome::kAdopt};
    LocalTime at{};
    std::string text{};  ///< May be empty. At most kMaxNoteBytes.

    bool operator==(const DecisionEnd&) const = default;
};

struct Decision {
    DecisionId id{};
    EntryId entry{};
    DecisionContent content{};
    LocalTime made{};
    std::optional<DecisionEnd> end{};     ///< Nothing while it holds.
    std::optional<DecisionId> follows{};  ///< The one that was adapted into this one.

    bool operator==(const Decision&) const = default;
};

class DecisionStore {
public:
    /// Borrows the connection.
    explicit DecisionStore(Connection& database) noexcept : database_(&database) {}

    /// Durable on return. kInvalid: nothing in `what`, a text that is too long or not UTF-8, a date that is none.
    /// kNotFound: no such entry, or a removed one.
    [[nodiscard]] Result<Decision> add(EntryId entry, const DecisionContent& content, LocalTime now);
    /// kNotFound also for a removed one, and for one of a removed entry.
    [[nodiscard]] Result<Decision> find(DecisionId id) const;
    /// What was decided, as long as it holds. Errors as add(); kNotFound also for one that has ended.
    [[nodiscard]] Status change(DecisionId id, const DecisionContent& content);
    /// Takes it away; restore() brings it back until EntryStore::purge_removed().
    [[nodiscard]] Status remove(DecisionId id, Timestamp now);
    [[nodiscard]] Status restore(DecisionId id);

    /// Ends a decision that holds. Errors as add(); kNotFound also for one that has ended.
    [[nodiscard]] Status finish(DecisionId id, const DecisionEnd& end);
    /// Ends it as adapted, and starts the next one, together. Errors as finish() and add().
    [[nodiscard]] Result<Decision> adapt(DecisionId id, const std::string& text, const DecisionContent& next,
                                         LocalTime now);
    /// Takes the end back: it holds again. The one it was adapted into, if any, stays. kNotFound: it has not ended.
    [[nodiscard]] Status reopen(DecisionId id);

    /// Of one entry, oldest first. Empty for a removed entry.
    [[nodiscard]] Result<std::vector<Decision>> of(EntryId entry) const;
    /// Those that hold and whose day is `today` or earlier, the longest due first. Snoozed ones among them.
    [[nodiscard]] Result<std::vector<Decision>> due(CivilDate today, std::size_t limit) const;

private:
    Connection* database_;
};

}  // namespace pennydrop
