// SPDX-License-Identifier: Apache-2.0
// The one draft a person is writing: saved while they type, kept as an entry when they leave, restored after a crash.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "journal/entry.h"
#include "journal/link_store.h"
#include "vault/database.h"

namespace pennydrop {

/// What became of a draft.
struct KeptDraft {
    enum class Outcome {
        kNothing,    ///< There was no draft, or an empty new one: nothing was kept.
        kAdded,      ///< A new entry was made.
        kChanged,    ///< The entry was changed, or got attachments or links.
        kUnchanged,  ///< The draft said what the entry says already.
        kEmptied,  ///< All text of a saved entry was deleted. The entry still stands as it was: ask, or remove it with
                   ///< undo.
    };
    Outcome outcome{Outcome::kNothing};
    EntryId entry{};            ///< Set for all but kNothing.
    std::vector<Link> links{};  ///< Those it got.
};

class DraftStore {
public:
    explicit DraftStore(Connection& database) noexcept : database_(&database) {}

    /// Replaces the draft; durable on return. An unfinished text is accepted as it is, up to kMaxDraftBytes. A link
    /// with an entry that is no more is left out.
    [[nodiscard]] Status save(const Draft& draft);
    /// A kind no version has written reads as a setback.
    [[nodiscard]] Result<std::optional<Draft>> load() const;
    /// Its attachments go with it, in one step.
    [[nodiscard]] Status discard();
    /// Turns the draft into an entry, or into the change of one, and removes it: all in one transaction. When the entry
    /// it belonged to was removed meanwhile, its text becomes a new entry, so that nothing typed is lost. A theme that
    /// does not fit the kind is dropped. Its attachments become the entry's; of its links, those that can be made are
    /// made. A new entry without a text takes its meaning for one, or else its ask, or else the names of its
    /// attachments. kInvalid, and the draft stays, when a text of it is longer than an entry's may be.
    [[nodiscard]] Result<KeptDraft> keep(Timestamp now);
    /// Makes the draft of a new entry one as keep() does, and deletes that: it lies in the bin with its attachments.
    /// All in one transaction, with keep()'s errors. Not set when there was nothing to keep. The change of an entry is
    /// discarded.
    [[nodiscard]] Result<EntryId> throw_away(Timestamp now);

private:
    [[nodiscard]] Result<KeptDraft> keep_within(Timestamp now);
    [[nodiscard]] Status discard_within();
    [[nodiscard]] Result<std::string> attached_names() const;
    [[nodiscard]] Status give_attachments(EntryId entry);

    Connection* database_;
};

}  // namespace pennydrop
