// SPDX-License-Identifier: Apache-2.0
#include "sides.h"

#include <sqlite3.h>

#include <array>
#include <cstdint>

#include "journal/schema.h"
#include "vault/key_slots.h"

namespace pennydrop::bench {
namespace {

/// What protects nothing needs no secret key; and a second process opens the same file with it.
SecretBytes benchmark_key() {
    std::array<std::uint8_t, kDataKeyBytes> bytes{};
    bytes.fill(0x5A);
    return SecretBytes::copy_of(bytes);
}

}  // namespace

Connection Side::connect(const std::string& vfs_name, bool create) {
    return must(Connection::open(path_, vfs_name, create), "open");
}

/// The settings of core/vault/vault.cpp.
void Side::take(Connection connection) {
    database_.emplace(std::move(connection));
    sqlite3_db_config(database_->handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    must(database_->execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;"
                            "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA secure_delete = ON;"
                            "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000;"),
         "settings");
}

void Side::create() {
    open_new();
    must(database_->execute("PRAGMA journal_mode = MEMORY; PRAGMA page_size = 4096; PRAGMA application_id = 1;"
                            "PRAGMA journal_mode = WAL;"),
         "new database");
    must(database_->migrate(journal_migrations()), "schema");
    must(database_->execute("PRAGMA wal_checkpoint(TRUNCATE);"), "checkpoint");
}

void SealedSide::start() {
    vfs_.reset();
    vfs_ =
        must(EncryptedVfs::create({.name = "sealed", .below = sqlite3_vfs_find(nullptr), .file = {}}, benchmark_key()),
             "encrypting file system");
}

void SealedSide::open() {
    close();
    start();
    take(connect(vfs_->name(), false));
    must(database().migrate(journal_migrations()), "schema");
}

void SealedSide::open_new() {
    close();
    start();
    Connection connection = connect(vfs_->name(), true);
    int reserved = EncryptedVfs::kReservedBytes;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    take(std::move(connection));
}

void PlainSide::open() {
    take(connect("", false));
    must(database().migrate(journal_migrations()), "schema");
}

void PlainSide::open_new() {
    take(connect("", true));
}

}  // namespace pennydrop::bench
