// SPDX-License-Identifier: Apache-2.0
// Erasing a whole vault on purpose. Its key slots are overwritten before its files go, so that what a disk may still
// hold of them opens with no passphrase any more. Backups are not touched, only named.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "vault/vault.h"

namespace pennydrop {

struct ErasedVault {
    VaultId id{};
    /// Files that could not be removed. Without the key slots nobody can read them.
    std::vector<std::filesystem::path> not_removed{};
};

/// Erases the file of `vault`, its log and its drop box, after `passphrase` was verified, and takes `vault` away.
/// Errors: kWrongSecret, kOutOfMemory (nothing was changed, and `vault` is still open), kDamaged (overwriting the key
/// slots failed half-way: they may be gone or not; the files are still there, and `vault` is closed).
[[nodiscard]] Result<ErasedVault> erase_vault(std::unique_ptr<Vault>& vault, const SecretBytes& passphrase);

/// Files in these folders that are of the vault with that id and open with its passphrase: backups, and what a restore
/// has replaced. Their order is that of their names. A folder that cannot be read has none to name. May take as long as
/// a drive likes. Threads: any.
[[nodiscard]] std::vector<std::filesystem::path> copies_of(const VaultId& id,
                                                           std::span<const std::filesystem::path> folders,
                                                           const VaultOptions& options);

}  // namespace pennydrop
