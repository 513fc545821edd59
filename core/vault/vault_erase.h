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
    /// Files of this vault that still open with its passphrase: backups, and what a restore has replaced. In the
    /// folders given, and in the vault's own.
    std::vector<std::filesystem::path> copies_left{};
    /// Files that could not be removed. Without the key slots nobody can read them.
    std::vector<std::filesystem::path> not_removed{};
};

/// Erases the file of `vault`, its log and its drop box, after `passphrase` was verified, and takes `vault` away.
/// Errors: kWrongSecret, kOutOfMemory (nothing was changed, and `vault` is still open), kDamaged (overwriting the key
/// slots failed half-way: they may be gone or not; the files are still there, and `vault` is closed).
[[nodiscard]] Result<ErasedVault> erase_vault(std::unique_ptr<Vault>& vault, const SecretBytes& passphrase,
                                              std::span<const std::filesystem::path> backup_folders);

}  // namespace pennydrop
