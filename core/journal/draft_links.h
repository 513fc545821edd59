// SPDX-License-Identifier: Apache-2.0
// What the draft is to be linked with: chosen while writing, made when it is kept. Private to core/journal.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/entry.h"
#include "journal/link_store.h"
#include "vault/database.h"

namespace pennydrop {

/// The row of the draft has just been made anew, and its links went with the one before.
[[nodiscard]] Status save_draft_links(Connection& database, const std::vector<DraftLink>& links);
/// A relation of a later version is left out.
[[nodiscard]] Result<std::vector<DraftLink>> load_draft_links(Connection& database);
/// Links the entry, within the transaction of the caller. Returns those made: what is gone meanwhile, or linked the
/// other way round, does not cost the others theirs.
[[nodiscard]] Result<std::vector<Link>> make_draft_links(Connection& database, EntryId entry,
                                                         const std::vector<DraftLink>& links, LocalTime now);

}  // namespace pennydrop
