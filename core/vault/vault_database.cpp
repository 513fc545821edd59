// SPDX-License-Identifier: Apache-2.0
#include "vault/vault_database.h"

#include <sqlite3.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <utility>

#include "vault/sqlite_error.h"
#include "vault/vault_header.h"
#include "vault/vfs_file.h"

namespace pennydrop {
namespace {

constexpr std::int64_t kApplicationId = 0x50656E6E;  ///< "Penn", docs/vault-format.md "Database".

/// Settings every connection needs before its first access.
Status configure(Connection& database) {
    if (const int rc = sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr); rc != SQLITE_OK) {
        return std::unexpected<Error>(sqlite_error(rc));
    }
    return database.execute(
        "PRAGMA locking_mode = EXCLUSIVE;"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA synchronous = FULL;"
        "PRAGMA fullfsync = ON;"
        "PRAGMA checkpoint_fullfsync = ON;"
        "PRAGMA secure_delete = ON;"
        "PRAGMA cell_size_check = ON;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA cache_size = -32000;");
}

Status require_log_mode(Connection& database) {
    auto statement = database.prepare("PRAGMA journal_mode = WAL");
    if (!statement) {
        return pass_on(statement);
    }
    auto row = statement->step();
    if (!row) {
        return pass_on(row);
    }
    if (!*row || statement->text(0) != "wal") {
        return fail(ErrorCode::kDamaged, "no write-ahead log");
    }
    // The row comes before the switch is written: only the end of the statement says that it is.
    if (auto end = statement->step(); !end) {
        return pass_on(end);
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<EncryptedVfs>> make_vault_vfs(sqlite3_vfs* below, const FileId& file,
                                                     const SecretBytes& data_key) {
    static std::atomic<std::uint64_t> counter{0};
    return EncryptedVfs::create({.name = "pennydrop-" + std::to_string(++counter), .below = below, .file = file},
                                data_key);
}

Status make_database(const std::filesystem::path& path, sqlite3_vfs* below, const FileId& file,
                     const SecretBytes& data_key) {
    auto vfs = make_vault_vfs(below, file, data_key);
    if (!vfs) {
        return pass_on(vfs);
    }
    auto database = Connection::open(utf8_path(path), (*vfs)->name(), true);
    if (!database) {
        return pass_on(database);
    }
    int reserved = EncryptedVfs::kReservedBytes;
    if (const int rc = sqlite3_file_control(database->handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
        rc != SQLITE_OK) {
        return std::unexpected<Error>(sqlite_error(rc));
    }
    static_assert(kVaultPageBytes == 4096, "the PRAGMA below names the page size");
    if (auto done =
            database->execute("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = MEMORY;");
        !done) {
        return done;
    }
    if (auto done = configure(*database); !done) {
        return done;
    }
    static_assert(kApplicationId == 1348824686, "the PRAGMA below names the application id");
    if (auto done = database->execute("PRAGMA application_id = 1348824686;"); !done) {
        return done;
    }
    if (auto done = require_log_mode(*database); !done) {
        return done;
    }
    return database->execute("PRAGMA wal_checkpoint(TRUNCATE);");
}

Result<OpenDatabase> open_for_copy(const std::filesystem::path& path, sqlite3_vfs* below, const FileId& file,
                                   const SecretBytes& data_key) {
    auto vfs = make_vault_vfs(below, file, data_key);
    if (!vfs) {
        return pass_on(vfs);
    }
    auto database = Connection::open(utf8_path(path), (*vfs)->name(), false);
    if (!database) {
        return pass_on(database);
    }
    int reserved = EncryptedVfs::kReservedBytes;
    if (const int rc = sqlite3_file_control(database->handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
        rc != SQLITE_OK) {
        return std::unexpected<Error>(sqlite_error(rc));
    }
    static_assert(kVaultPageBytes == 4096, "the PRAGMA below names the page size");
    if (auto done =
            database->execute("PRAGMA page_size = 4096; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;"
                              "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -8000;");
        !done) {
        return pass_on(done);
    }
    return OpenDatabase{std::move(*vfs), std::move(*database)};
}

Result<OpenDatabase> open_database(const std::filesystem::path& path, sqlite3_vfs* below, const FileId& file,
                                   const SecretBytes& data_key) {
    auto vfs = make_vault_vfs(below, file, data_key);
    if (!vfs) {
        return pass_on(vfs);
    }
    auto database = Connection::open(utf8_path(path), (*vfs)->name(), false);
    if (!database) {
        return pass_on(database);
    }
    if (auto done = configure(*database); !done) {
        return pass_on(done);
    }
    // The first access: takes the lock, reads the log, and meets page 1.
    auto application = database->query_integer("PRAGMA application_id");
    if (!application) {
        return pass_on(application);
    }
    if (*application != kApplicationId) {
        return fail(ErrorCode::kDamaged, "application id");
    }
    if (auto done = require_log_mode(*database); !done) {
        return pass_on(done);
    }
    return OpenDatabase{std::move(*vfs), std::move(*database)};
}

}  // namespace pennydrop
