// SPDX-License-Identifier: Apache-2.0
// A note written while the journal was locked, on its way into the journal: it becomes one entry, whichever of its
// states come, in however many merges.
// Threads: belongs to the thread that owns the vault.
// Specification: docs/vault-format.md, "A dropped entry".
#pragma once

#include <cstdint>

#include "base/result.h"
#include "base/types.h"
#include "journal/dropped_entry.h"
#include "journal/entry.h"
#include "vault/database.h"

namespace pennydrop {

struct PutNote {
    enum class Outcome : std::uint8_t { kAdded, kChanged, kRemoved, kUnchanged };
    Outcome outcome{Outcome::kUnchanged};
    EntryId entry{};  ///< Not set when there is none.
};

/// Makes `content` the entry of the note, in place of an earlier state of it. What a person has changed or removed
/// since stays as it is, and words that come later are an entry of their own. Without text: takes the entry into the
/// bin. Several changes, which belong into one transaction. Errors as EntryStore::add().
[[nodiscard]] Result<PutNote> put_note(Connection& database, const NoteId& note, const EntryContent& content,
                                       Timestamp now);

}  // namespace pennydrop
