// SPDX-License-Identifier: Apache-2.0
#include "vault/read_only_database.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "base/secret.h"
#include "vault/sqlite_error.h"
#include "vault/vault_header.h"

namespace pennydrop {
namespace {

/// Where pages come from, and the room for one: an array on the stack would be left there when the work is stopped.
struct OnePage {
    PageSource* source{nullptr};
    SecretBytes bytes{kVaultPageBytes};
    std::optional<Error> failure{};
};

/// What SQLite allocates for the one file there is.
struct PageFile {
    sqlite3_file base;
    OnePage* page;
};

OnePage& page_of(sqlite3_file* file) {
    return *reinterpret_cast<PageFile*>(file)->page;
}

PageSource& pages_of(sqlite3_file* file) {
    return *page_of(file).source;
}

int file_close(sqlite3_file* /*file*/) {
    return SQLITE_OK;
}

int file_read(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
    const auto size = static_cast<std::size_t>(amount);
    const auto within = static_cast<std::size_t>(offset % kVaultPageBytes);
    std::memset(out, 0, size);
    if (offset < 0 || within + size > kVaultPageBytes) {
        return SQLITE_IOERR_READ;
    }
    const auto page = page_of(file).bytes.span();
    const auto number = static_cast<std::uint32_t>(1 + offset / kVaultPageBytes);
    if (auto read = pages_of(file).read_page(number, page); !read) {
        if (read.error().code == ErrorCode::kDamaged) {
            return SQLITE_IOERR_DATA;
        }
        auto& failure = page_of(file).failure;
        failure = failure.value_or(read.error());
        return SQLITE_IOERR_READ;
    }
    if (number == 1) {
        // The log has been applied already: SQLite must not look for one.
        constexpr std::size_t kWriteVersionOffset = 18;
        page[kWriteVersionOffset] = 1;
        page[kWriteVersionOffset + 1] = 1;
    }
    std::memcpy(out, page.data() + within, size);
    return SQLITE_OK;
}

int file_write(sqlite3_file* /*file*/, const void* /*data*/, int /*amount*/, sqlite3_int64 /*offset*/) {
    return SQLITE_READONLY;
}

int file_truncate(sqlite3_file* /*file*/, sqlite3_int64 /*size*/) {
    return SQLITE_READONLY;
}

int file_sync(sqlite3_file* /*file*/, int /*flags*/) {
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(pages_of(file).page_count()) * kVaultPageBytes;
    return SQLITE_OK;
}

int file_lock(sqlite3_file* /*file*/, int /*level*/) {
    return SQLITE_OK;
}

int file_check_reserved_lock(sqlite3_file* /*file*/, int* out) {
    *out = 0;
    return SQLITE_OK;
}

int file_control(sqlite3_file* /*file*/, int /*operation*/, void* /*argument*/) {
    return SQLITE_NOTFOUND;
}

int file_sector_size(sqlite3_file* /*file*/) {
    return static_cast<int>(kVaultPageBytes);
}

int file_device_characteristics(sqlite3_file* /*file*/) {
    return SQLITE_IOCAP_IMMUTABLE;
}

constexpr sqlite3_io_methods kMethods{
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_lock,
    .xCheckReservedLock = file_check_reserved_lock,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_device_characteristics,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

sqlite3_vfs* system_vfs() {
    return sqlite3_vfs_find(nullptr);
}

int vfs_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    file->pMethods = nullptr;
    if (name == nullptr || (flags & SQLITE_OPEN_MAIN_DB) == 0) {
        return SQLITE_CANTOPEN;
    }
    reinterpret_cast<PageFile*>(file)->page = static_cast<OnePage*>(vfs->pAppData);
    file->pMethods = &kMethods;
    if (out_flags != nullptr) {
        *out_flags = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY;
    }
    return SQLITE_OK;
}

int vfs_delete(sqlite3_vfs* /*vfs*/, const char* /*name*/, int /*sync*/) {
    return SQLITE_READONLY;
}

int vfs_access(sqlite3_vfs* /*vfs*/, const char* /*name*/, int /*flags*/, int* result) {
    *result = 0;
    return SQLITE_OK;
}

int vfs_full_pathname(sqlite3_vfs* /*vfs*/, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int vfs_randomness(sqlite3_vfs* /*vfs*/, int size, char* out) {
    return system_vfs()->xRandomness(system_vfs(), size, out);
}

int vfs_sleep(sqlite3_vfs* /*vfs*/, int microseconds) {
    return system_vfs()->xSleep(system_vfs(), microseconds);
}

int vfs_current_time(sqlite3_vfs* /*vfs*/, double* julian_day) {
    return system_vfs()->xCurrentTime(system_vfs(), julian_day);
}

}  // namespace

class ReadOnlyDatabase::PageVfs {
public:
    explicit PageVfs(PageSource& pages) {
        page_.source = &pages;
        static std::atomic<std::uint64_t> counter{0};
        name_ = "pennydrop-pages-" + std::to_string(++counter);
        vfs_.iVersion = 1;
        vfs_.szOsFile = sizeof(PageFile);
        vfs_.mxPathname = 64;
        vfs_.zName = name_.c_str();
        vfs_.pAppData = &page_;
        vfs_.xOpen = vfs_open;
        vfs_.xDelete = vfs_delete;
        vfs_.xAccess = vfs_access;
        vfs_.xFullPathname = vfs_full_pathname;
        vfs_.xRandomness = vfs_randomness;
        vfs_.xSleep = vfs_sleep;
        vfs_.xCurrentTime = vfs_current_time;
    }
    PageVfs(const PageVfs&) = delete;
    PageVfs& operator=(const PageVfs&) = delete;
    ~PageVfs() { sqlite3_vfs_unregister(&vfs_); }

    [[nodiscard]] int enrol() { return sqlite3_vfs_register(&vfs_, 0); }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const std::optional<Error>& failure() const noexcept { return page_.failure; }

private:
    std::string name_;
    OnePage page_{};
    sqlite3_vfs vfs_{};
};

ReadOnlyDatabase::ReadOnlyDatabase(std::unique_ptr<PageVfs> vfs, Connection connection) noexcept
    : vfs_(std::move(vfs)), connection_(std::move(connection)) {}
ReadOnlyDatabase::ReadOnlyDatabase(ReadOnlyDatabase&&) noexcept = default;
ReadOnlyDatabase::~ReadOnlyDatabase() = default;

const std::optional<Error>& ReadOnlyDatabase::failure() const noexcept {
    return vfs_->failure();
}

Result<ReadOnlyDatabase> ReadOnlyDatabase::open(PageSource& pages) {
    auto vfs = std::make_unique<PageVfs>(pages);
    if (const int rc = vfs->enrol(); rc != SQLITE_OK) {
        return std::unexpected<Error>(sqlite_error(rc));
    }
    auto connection = Connection::open("pages", vfs->name(), false);
    if (!connection) {
        return vfs->failure() ? std::unexpected<Error>(*vfs->failure()) : pass_on(connection);
    }
    auto done = connection->execute(
        "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;"
        "PRAGMA cache_size = -32000; PRAGMA query_only = ON;");
    auto version = done ? connection->query_integer("PRAGMA schema_version") : pass_on(done);
    if (vfs->failure()) {
        return std::unexpected<Error>(*vfs->failure());
    }
    if (!version) {
        return pass_on(version);
    }
    return ReadOnlyDatabase{std::move(vfs), std::move(*connection)};
}

}  // namespace pennydrop
