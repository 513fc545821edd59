// SPDX-License-Identifier: Apache-2.0
// The database inside a vault's file: made and opened through its own encrypting file system, always with the same
// settings. Private to core/vault.
// Threads: as Connection.
// Specification: docs/vault-format.md, "Database".
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "base/secret.h"
#include "vault/database.h"
#include "vault/encrypted_vfs.h"

namespace pennydrop {

/// Members are destroyed from last to first: the connection closes before the file system under it goes.
struct OpenDatabase {
    std::unique_ptr<EncryptedVfs> vfs;
    Connection connection;
};

/// A file system for the blocks of the file called `file`, under a name of its own in this process.
[[nodiscard]] Result<std::unique_ptr<EncryptedVfs>> make_vault_vfs(sqlite3_vfs* below, const FileId& file,
                                                                   const SecretBytes& data_key);

/// An empty database in the file at `path`, whose header is already there; complete and synced on return.
[[nodiscard]] Status make_database(const std::filesystem::path& path, sqlite3_vfs* below, const FileId& file,
                                   const SecretBytes& data_key);

/// A connection to the blank file at `path` (header only) for one who writes a whole database into it in one go and
/// then syncs it: neither a journal nor a log nor a sync, because what is not finished is thrown away.
[[nodiscard]] Result<OpenDatabase> open_for_copy(const std::filesystem::path& path, sqlite3_vfs* below,
                                                 const FileId& file, const SecretBytes& data_key);

/// Takes the lock, reads the log, and meets page 1. Errors: kInUse, kDamaged, kPermission, kDiskFull, kIo.
[[nodiscard]] Result<OpenDatabase> open_database(const std::filesystem::path& path, sqlite3_vfs* below,
                                                 const FileId& file, const SecretBytes& data_key);

}  // namespace pennydrop
