// SPDX-License-Identifier: Apache-2.0
// Backing up an open vault.
#include <sqlite3.h>

#include <algorithm>

#include "vault/new_vault.h"
#include "vault/reader_checks.h"
#include "vault/sqlite_error.h"
#include "vault/vault_impl.h"
#include "vault/vault_reader.h"

namespace pennydrop {
namespace {

namespace fs = std::filesystem;

struct FinishBackup {
    void operator()(sqlite3_backup* backup) const noexcept { sqlite3_backup_finish(backup); }
};

/// SQLite's own copy, page by page, of what the connection sees now.
Status copy_database(Connection& from, Connection& to, ProgressMeter& meter) {
    constexpr int kPagesAtOnce = 256;
    std::unique_ptr<sqlite3_backup, FinishBackup> backup{
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main")};
    if (backup == nullptr) {
        return std::unexpected<Error>(sqlite_error(sqlite3_extended_errcode(to.handle())));
    }
    int rc = SQLITE_OK;
    int before = -1;
    while (rc == SQLITE_OK) {
        rc = sqlite3_backup_step(backup.get(), kPagesAtOnce);
        if (rc != SQLITE_OK && rc != SQLITE_DONE) {
            return std::unexpected<Error>(sqlite_error(rc));
        }
        const int left = sqlite3_backup_remaining(backup.get());
        const int done = (before < 0 ? sqlite3_backup_pagecount(backup.get()) : before) - left;
        before = left;
        if (auto going = meter.add(static_cast<std::uint64_t>(std::max(done, 0))); !going) {
            return going;
        }
    }
    rc = sqlite3_backup_finish(backup.release());
    return rc == SQLITE_OK ? Status{} : std::unexpected<Error>(sqlite_error(rc));
}

Status copy_into(Connection& from, const fs::path& to, const VaultHeader& header, const SecretBytes& data_key,
                 sqlite3_vfs* below, ProgressMeter& meter) {
    {
        auto database = open_for_copy(to, below, header.file, data_key);
        if (!database) {
            return pass_on(database);
        }
        if (auto copied = copy_database(from, database->connection, meter); !copied) {
            return copied;
        }
    }
    auto file = VfsFile::open(below, to, VfsFile::Mode::kReadWrite);
    return file ? file->sync() : pass_on(file);
}

Status verify(const fs::path& path, const SecretBytes& data_key, std::int64_t schema, const VaultOptions& options,
              ProgressMeter& meter) {
    auto copy = VaultReader::open_with_key(path, data_key, options, VaultReader::Access::kShared);
    if (!copy) {
        return pass_on(copy);
    }
    if (auto sound = require_sound(*copy, meter); !sound) {
        return sound;
    }
    // sqlite.org/fileformat2.html: the user version at offset 60, big-endian.
    constexpr std::size_t kUserVersionOffset = 60;
    std::array<std::uint8_t, kVaultPageBytes> page{};
    if (auto read = copy->read_page(1, page); !read) {
        return read;
    }
    std::int64_t copied = 0;
    for (const std::uint8_t byte : std::span{page}.subspan(kUserVersionOffset, 4)) {
        copied = copied * 256 + byte;
    }
    return copied == schema ? Status{} : fail(ErrorCode::kDamaged, "schema version of the copy");
}

}  // namespace

Status Vault::back_up(const fs::path& target, const OnProgress& progress) {
    std::error_code error;
    if (fs::exists(target, error)) {
        return fail(ErrorCode::kAlreadyExists);
    }
    Connection& database = impl_->open.opened.connection;
    auto pages = database.query_integer("PRAGMA page_count");
    if (!pages) {
        return pass_on(pages);
    }
    auto schema = database.query_integer("PRAGMA user_version");
    if (!schema) {
        return pass_on(schema);
    }
    ProgressMeter meter{progress, 3 * static_cast<std::uint64_t>(*pages)};  // copied, read back, checked
    if (auto going = meter.add(0); !going) {
        return going;
    }
    VaultHeader header = impl_->open.header.header;
    fill_random(header.file);
    const SecretBytes& data_key = impl_->open.data_key;
    sqlite3_vfs* below = file_system(impl_->options);
    auto made = NewVault::begin_blank(target, below, folders_of(impl_->options), header, data_key);
    if (!made) {
        return pass_on(made);
    }
    if (auto copied = copy_into(database, made->temporary(), header, data_key, below, meter); !copied) {
        return copied;
    }
    if (auto sound = verify(made->temporary(), data_key, *schema, impl_->options, meter); !sound) {
        return sound;
    }
    return made->put_in_place();
}

}  // namespace pennydrop
