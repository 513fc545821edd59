// SPDX-License-Identifier: Apache-2.0
// A vault whose data key the test knows: the header and the sealed database are real, but no passphrase has to be
// derived, so that thousands of openings take seconds. What Vault does beyond this is tested with Vault itself.
// Threads: as Connection.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "base/result.h"
#include "base/secret.h"
#include "support/files.h"
#include "vault/database.h"
#include "vault/encrypted_vfs.h"
#include "vault/vault_header.h"

struct sqlite3_vfs;

namespace pennydrop::testing {

/// How the database lies in its file.
struct Geometry {
    std::uint32_t block_bytes{4096};
    std::uint64_t header_bytes{kHeaderBytes};
    int auto_vacuum{0};  ///< 0 none, 1 full, 2 incremental.
};

/// Members are destroyed from last to first: the connection closes before its file system goes.
struct SealedDatabase {
    SealedDatabase(std::unique_ptr<EncryptedVfs> shim, Connection connection) noexcept
        : vfs(std::move(shim)), database(std::move(connection)) {}
    SealedDatabase(SealedDatabase&&) = default;
    SealedDatabase& operator=(SealedDatabase&&) = delete;  // would take the file system away first
    SealedDatabase(const SealedDatabase&) = delete;
    SealedDatabase& operator=(const SealedDatabase&) = delete;
    ~SealedDatabase() = default;

    std::unique_ptr<EncryptedVfs> vfs;
    Connection database;

    [[nodiscard]] sqlite3* handle() const noexcept { return database.handle(); }
};

/// The key and the vault id every sealed test database uses.
[[nodiscard]] SecretBytes test_key();
[[nodiscard]] FileId test_file_id();

/// Null for the system's own file system.
[[nodiscard]] Result<std::unique_ptr<EncryptedVfs>> make_shim(sqlite3_vfs* below, const Geometry& geometry,
                                                              const SecretBytes& key, const FileId& id);

/// Opens the database in `path` as a vault does. Makes it when `create` is set; nothing is written before its header
/// bytes then.
[[nodiscard]] Result<SealedDatabase> open_sealed(sqlite3_vfs* below, const std::filesystem::path& path, bool create,
                                                 const Geometry& geometry = {});

/// A header of the test vault with the given generation and slots of random bytes, which no passphrase opens.
[[nodiscard]] VaultHeader test_header(std::uint64_t generation);

/// Writes both header copies to the start of `path`, which must be empty or already have them.
void write_test_header(const std::filesystem::path& path, const VaultHeader& header);

/// All that Vault::open() does after the key is known: header, keyed hash, database. Errors as there.
[[nodiscard]] Result<SealedDatabase> open_test_vault(sqlite3_vfs* below, const std::filesystem::path& path);

/// Everything in the database as text, table by table; an error when anything cannot be read or is not consistent.
[[nodiscard]] Result<std::string> dump(sqlite3* database);

/// First column of the first row of any SQL as text; the error message of SQLite when it fails, after "error: ".
[[nodiscard]] std::string ask_sql(sqlite3* database, const std::string& sql);

/// Result code of any SQL.
[[nodiscard]] int run_sql(sqlite3* database, const std::string& sql);

}  // namespace pennydrop::testing
