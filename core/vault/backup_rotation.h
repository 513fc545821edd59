// SPDX-License-Identifier: Apache-2.0
// Backups that come by themselves: their names, whether one is due, and which old ones go. Only files that are this
// vault's backups by name and by their header are ever removed, never the newest, and none at all when backing up
// failed.
// Threads: as Vault and VaultSnapshot.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "base/types.h"
#include "vault/vault.h"
#include "vault/vault_snapshot.h"

namespace pennydrop {

/// How many backups stay. Days and weeks without one do not count, so that a journal left alone for a year loses none.
struct BackupPolicy {
    int daily{7};   ///< The newest backup of each of so many days; at least 1.
    int weekly{4};  ///< And before those days, the newest backup of each of so many weeks (Monday to Sunday).
};

/// Of the backups called `names`, those that `policy` does not keep. Names that are no backup's, or lie in the future
/// (a clock was wrong), are neither counted nor returned.
[[nodiscard]] std::vector<std::string> superseded_backups(std::span<const std::string> names, std::string_view stem,
                                                          CivilDate today, const BackupPolicy& policy);

/// The backups of the vault `id` in `folder` by name and by header, the newest first. The vault's own file `journal`,
/// which may be open, is none, wherever it lies. Errors: kNotFound, kPermission, kIo.
[[nodiscard]] Result<std::vector<std::string>> backups_in(const std::filesystem::path& folder, std::string_view stem,
                                                          const VaultId& id, const std::filesystem::path& journal,
                                                          const VaultOptions& options);

struct BackupDone {
    std::filesystem::path path{};
    std::vector<std::string> removed{};  ///< Old backups that went.
    std::size_t kept{0};                 ///< Backups there are now, the new one included.
};

/// Backs the vault up into `folder` under a name with the time of `now`, checks the copy, and only then lets old ones
/// go. An old one that cannot be removed, or that somebody has open, stays, and counts as kept. Errors as
/// Vault::back_up().
[[nodiscard]] Result<BackupDone> back_up_and_rotate(VaultSnapshot& snapshot, const std::filesystem::path& folder,
                                                    std::string_view stem, const LocalTime& now,
                                                    const BackupPolicy& policy, const VaultOptions& options,
                                                    const OnProgress& progress);
[[nodiscard]] Result<BackupDone> back_up_and_rotate(Vault& vault, const std::filesystem::path& folder,
                                                    std::string_view stem, const LocalTime& now,
                                                    const BackupPolicy& policy, const VaultOptions& options,
                                                    const OnProgress& progress);

}  // namespace pennydrop
