// SPDX-License-Identifier: Apache-2.0
// The work behind Rescue: finding backups, putting one in the journal's place, saving what can be read.
// Threads: the worker's; no state of their own.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "base/types.h"
#include "journal/journal_repair.h"
#include "journal_tasks.h"
#include "vault/vault_restore.h"
#include "vault/vault_secret.h"

namespace pennydrop::app {

/// Files in `folder` named as backups of `journal`, the newest first; empty when there is no such folder.
[[nodiscard]] std::vector<std::filesystem::path> find_backups(const std::filesystem::path& folder,
                                                              const std::filesystem::path& journal);

/// What somebody typed may be. Each is tried until one opens the file.
using Secrets = std::vector<VaultSecret>;

/// Puts a backup in the journal's place. Result and errors: as restore_vault().
[[nodiscard]] Result<Restored> restore(const std::filesystem::path& backup, const JournalFile& journal,
                                       const Secrets& secrets, const LocalTime& now, const OnProgress& progress);

struct Repaired {
    JournalRepairReport report{};
    std::filesystem::path damaged{};  ///< Where the damaged journal is now.
};

/// Saves what can be read into a new journal, which takes the damaged one's place. Errors: as repair_journal() and
/// restore_vault(); the damaged journal is then still in its place.
[[nodiscard]] Result<Repaired> repair(const JournalFile& journal, const Secrets& secrets, const LocalTime& now,
                                      const OnProgress& progress);

}  // namespace pennydrop::app
