// SPDX-License-Identifier: Apache-2.0
#include "vault/encrypted_vfs.h"

#include <sqlite3.h>

#include <bit>
#include <cassert>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

#include "vault/block_cipher.h"
#include "vault/key_slots.h"
#include "vault/sealed_file.h"

namespace pennydrop {
namespace {

/// What stands behind the registered sqlite3_vfs.
struct ShimData {
    sqlite3_vfs* below{nullptr};
    BlockCipher main_cipher;
    BlockCipher wal_cipher;
    std::int64_t header_bytes{0};
};

/// What SQLite allocates for an open file: this, then the file of the VFS below.
struct ShimHandle {
    sqlite3_file base;
    SealedFile* file;
    sqlite3_vfs* below_vfs;
    const char* name;  ///< SQLite's; valid while the file is open.
};

ShimData& data_of(sqlite3_vfs* vfs) {
    return *static_cast<ShimData*>(vfs->pAppData);
}

SealedFile& file_of(sqlite3_file* handle) {
    return *reinterpret_cast<ShimHandle*>(handle)->file;
}

sqlite3_file* below_of(sqlite3_file* handle) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<ShimHandle*>(handle) + 1);
}

// --- an open file
// ------------------------------------------------------------------------------------------------------

int file_close(sqlite3_file* handle) {
    delete reinterpret_cast<ShimHandle*>(handle)->file;
    reinterpret_cast<ShimHandle*>(handle)->file = nullptr;
    sqlite3_file* below = below_of(handle);
    return below->pMethods == nullptr ? SQLITE_OK : below->pMethods->xClose(below);
}

int file_read(sqlite3_file* handle, void* out, int amount, sqlite3_int64 offset) {
    return file_of(handle).read({static_cast<std::uint8_t*>(out), static_cast<std::size_t>(amount)}, offset);
}

int file_write(sqlite3_file* handle, const void* data, int amount, sqlite3_int64 offset) {
    return file_of(handle).write({static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(amount)}, offset);
}

int file_truncate(sqlite3_file* handle, sqlite3_int64 size) {
    return file_of(handle).truncate(size);
}

int file_sync(sqlite3_file* handle, int flags) {
    return file_of(handle).sync(flags);
}

int file_size(sqlite3_file* handle, sqlite3_int64* size) {
    std::int64_t bytes = 0;
    const int rc = file_of(handle).size(bytes);
    *size = bytes;
    return rc;
}

int file_lock(sqlite3_file* handle, int level) {
    return below_of(handle)->pMethods->xLock(below_of(handle), level);
}

int file_unlock(sqlite3_file* handle, int level) {
    return below_of(handle)->pMethods->xUnlock(below_of(handle), level);
}

int file_check_reserved_lock(sqlite3_file* handle, int* out) {
    return below_of(handle)->pMethods->xCheckReservedLock(below_of(handle), out);
}

/// Whether somebody else's file stands where ours was. A file that was only renamed or moved is still ours: SQLite,
/// told that it has moved, would close it without writing the log back, and leave the newest entries beside the old
/// name.
int file_has_moved(sqlite3_file* handle, int* moved) {
    const int rc = below_of(handle)->pMethods->xFileControl(below_of(handle), SQLITE_FCNTL_HAS_MOVED, moved);
    if (rc != SQLITE_OK || *moved == 0) {
        return rc;
    }
    const auto* shim_handle = reinterpret_cast<ShimHandle*>(handle);
    return shim_handle->below_vfs->xAccess(shim_handle->below_vfs, shim_handle->name, SQLITE_ACCESS_EXISTS, moved);
}

int file_control(sqlite3_file* handle, int operation, void* argument) {
    switch (operation) {
        // What would pre-allocate raw bytes, map memory, or swap files behind the seal is ignored on purpose.
        case SQLITE_FCNTL_CHUNK_SIZE:
        case SQLITE_FCNTL_SIZE_HINT:
            return SQLITE_OK;
        case SQLITE_FCNTL_MMAP_SIZE:
            *static_cast<sqlite3_int64*>(argument) = 0;
            return SQLITE_OK;
        case SQLITE_FCNTL_HAS_MOVED:
            return file_has_moved(handle, static_cast<int*>(argument));
        case SQLITE_FCNTL_LOCKSTATE:
        case SQLITE_FCNTL_LAST_ERRNO:
        case SQLITE_FCNTL_PERSIST_WAL:
        case SQLITE_FCNTL_SYNC:
        case SQLITE_FCNTL_COMMIT_PHASETWO:
            return below_of(handle)->pMethods->xFileControl(below_of(handle), operation, argument);
        default:
            return SQLITE_NOTFOUND;
    }
}

int file_sector_size(sqlite3_file* handle) {
    return below_of(handle)->pMethods->xSectorSize(below_of(handle));
}

int file_device_characteristics(sqlite3_file* handle) {
    const int below = below_of(handle)->pMethods->xDeviceCharacteristics(below_of(handle));
    // Blocks are aligned, so a write can only hurt its own bytes; nothing else the device promises holds through the
    // seal.
    return (below & SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN) | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

/// Version 1 on purpose: no shared memory (the log then needs exclusive locking) and no memory mapping.
constexpr sqlite3_io_methods kMethods{
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
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

// --- the file system
// ---------------------------------------------------------------------------------------------------

int vfs_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags, int* out_flags) {
    auto* shim_handle = reinterpret_cast<ShimHandle*>(handle);
    shim_handle->base.pMethods = nullptr;
    shim_handle->file = nullptr;
    const bool is_main = (flags & SQLITE_OPEN_MAIN_DB) != 0;
    const bool is_wal = (flags & SQLITE_OPEN_WAL) != 0;
    if (name == nullptr || is_main == is_wal) {
        return SQLITE_CANTOPEN;  // temporary files and rollback journals would not be sealed: there are none
    }
    ShimData& data = data_of(vfs);
    shim_handle->below_vfs = data.below;
    shim_handle->name = name;
    sqlite3_file* below = below_of(handle);
    std::memset(below, 0, static_cast<std::size_t>(data.below->szOsFile));
    const int rc = data.below->xOpen(data.below, name, below, flags, out_flags);
    if (rc != SQLITE_OK) {
        if (below->pMethods != nullptr) {
            below->pMethods->xClose(below);
        }
        return rc;
    }
    try {
        if (is_main) {
            shim_handle->file = new SealedMainFile(below, data.main_cipher, data.header_bytes);
        } else {
            shim_handle->file = new SealedWalFile(below, data.wal_cipher);
        }
    } catch (const std::bad_alloc&) {
        below->pMethods->xClose(below);
        return SQLITE_NOMEM;
    }
    shim_handle->base.pMethods = &kMethods;
    return SQLITE_OK;
}

int vfs_delete(sqlite3_vfs* vfs, const char* name, int sync_directory) {
    sqlite3_vfs* below = data_of(vfs).below;
    return below->xDelete(below, name, sync_directory);
}

int vfs_access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
    // A rollback journal is never ours. Whoever lays one beside the vault shall not have it played back.
    constexpr std::string_view kJournalSuffix = "-journal";
    if (std::string_view{name}.ends_with(kJournalSuffix)) {
        *result = 0;
        return SQLITE_OK;
    }
    sqlite3_vfs* below = data_of(vfs).below;
    return below->xAccess(below, name, flags, result);
}

int vfs_full_pathname(sqlite3_vfs* vfs, const char* name, int size, char* out) {
    sqlite3_vfs* below = data_of(vfs).below;
    return below->xFullPathname(below, name, size, out);
}

int vfs_randomness(sqlite3_vfs* vfs, int size, char* out) {
    sqlite3_vfs* below = data_of(vfs).below;
    return below->xRandomness(below, size, out);
}

int vfs_sleep(sqlite3_vfs* vfs, int microseconds) {
    sqlite3_vfs* below = data_of(vfs).below;
    return below->xSleep(below, microseconds);
}

int vfs_current_time(sqlite3_vfs* vfs, double* julian_day) {
    sqlite3_vfs* below = data_of(vfs).below;
    return below->xCurrentTime(below, julian_day);
}

int vfs_last_error(sqlite3_vfs* vfs, int size, char* out) {
    sqlite3_vfs* below = data_of(vfs).below;
    return below->xGetLastError == nullptr ? 0 : below->xGetLastError(below, size, out);
}

}  // namespace

class EncryptedVfs::Impl {
public:
    Impl(const EncryptedVfsOptions& options, const SecretBytes& data_key)
        : name_(options.name),
          data_{options.below, BlockCipher{BlockFile::kMain, options.file, data_key, options.block_bytes},
                BlockCipher{BlockFile::kWal, options.file, data_key, options.block_bytes},
                static_cast<std::int64_t>(options.header_bytes)} {
        vfs_.iVersion = 1;
        vfs_.szOsFile = static_cast<int>(sizeof(ShimHandle)) + options.below->szOsFile;
        vfs_.mxPathname = options.below->mxPathname;
        vfs_.zName = name_.c_str();
        vfs_.pAppData = &data_;
        vfs_.xOpen = vfs_open;
        vfs_.xDelete = vfs_delete;
        vfs_.xAccess = vfs_access;
        vfs_.xFullPathname = vfs_full_pathname;
        vfs_.xRandomness = vfs_randomness;
        vfs_.xSleep = vfs_sleep;
        vfs_.xCurrentTime = vfs_current_time;
        vfs_.xGetLastError = vfs_last_error;
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() { sqlite3_vfs_unregister(&vfs_); }

    [[nodiscard]] int enrol() { return sqlite3_vfs_register(&vfs_, 0); }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

private:
    std::string name_;
    ShimData data_;
    sqlite3_vfs vfs_{};
};

Result<std::unique_ptr<EncryptedVfs>> EncryptedVfs::create(const EncryptedVfsOptions& options,
                                                           const SecretBytes& data_key) {
    if (options.name.empty() || options.below == nullptr || options.block_bytes < 1024 || options.block_bytes > 65536 ||
        !std::has_single_bit(options.block_bytes) || data_key.size() != kDataKeyBytes) {
        return fail(ErrorCode::kInvalid, "encrypted file system options");
    }
    if (sqlite3_vfs_find(options.name.c_str()) != nullptr) {
        return fail(ErrorCode::kInvalid, "encrypted file system name in use");
    }
    auto impl = std::make_unique<Impl>(options, data_key);
    if (impl->enrol() != SQLITE_OK) {
        return fail(ErrorCode::kInternal, "file system registration");
    }
    return std::unique_ptr<EncryptedVfs>(new EncryptedVfs(std::move(impl)));
}

EncryptedVfs::EncryptedVfs(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
EncryptedVfs::~EncryptedVfs() = default;

const std::string& EncryptedVfs::name() const noexcept {
    return impl_->name();
}

}  // namespace pennydrop
