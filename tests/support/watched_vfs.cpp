// SPDX-License-Identifier: Apache-2.0
#include "support/watched_vfs.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <string>
#include <utility>

#include "vault/sqlite_start.h"

namespace pennydrop::testing {
namespace {

/// What SQLite allocates: this, then the file of the VFS below.
struct WatchedHandle {
    sqlite3_file base;
    WatchedVfs* vfs;
    std::string* name;
};

WatchedHandle& self(sqlite3_file* file) {
    return *reinterpret_cast<WatchedHandle*>(file);
}

sqlite3_file* below_of(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<WatchedHandle*>(file) + 1);
}

int ask(sqlite3_file* file, Call call, std::int64_t offset = 0, std::int64_t amount = 0) {
    return self(file).vfs->ask({.call = call, .file = *self(file).name, .offset = offset, .amount = amount}).code;
}

int file_close(sqlite3_file* file) {
    if (self(file).vfs->before_close) {
        self(file).vfs->before_close(*self(file).name);
    }
    delete std::exchange(self(file).name, nullptr);
    return below_of(file)->pMethods->xClose(below_of(file));
}

int file_read(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
    const auto verdict =
        self(file).vfs->ask({.call = Call::kRead, .file = *self(file).name, .offset = offset, .amount = amount});
    if (verdict.code == SQLITE_IOERR_SHORT_READ) {
        // As the system's own does it: what came is there, the rest is zeros.
        const auto got = static_cast<int>(std::min<std::int64_t>(verdict.written_first, amount));
        std::memset(out, 0, static_cast<std::size_t>(amount));
        (void)below_of(file)->pMethods->xRead(below_of(file), out, got, offset);
    }
    if (verdict.code != SQLITE_OK) {
        return verdict.code;
    }
    return below_of(file)->pMethods->xRead(below_of(file), out, amount, offset);
}

int file_write(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
    const auto verdict =
        self(file).vfs->ask({.call = Call::kWrite, .file = *self(file).name, .offset = offset, .amount = amount});
    const int written = verdict.code == SQLITE_OK ? amount : static_cast<int>(verdict.written_first);
    if (written > 0) {
        if (const int rc = below_of(file)->pMethods->xWrite(below_of(file), data, written, offset); rc != SQLITE_OK) {
            return rc;
        }
        const auto* bytes = static_cast<const std::uint8_t*>(data);
        self(file).vfs->note({.kind = DiskOperation::Kind::kWrite,
                              .file = *self(file).name,
                              .offset = offset,
                              .data = Bytes(bytes, bytes + written)});
    }
    return verdict.code;
}

int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (const int rc = ask(file, Call::kTruncate, size); rc != SQLITE_OK) {
        return rc;
    }
    self(file).vfs->note({.kind = DiskOperation::Kind::kTruncate, .file = *self(file).name, .offset = size});
    return below_of(file)->pMethods->xTruncate(below_of(file), size);
}

int file_sync(sqlite3_file* file, int flags) {
    if (const int rc = ask(file, Call::kSync); rc != SQLITE_OK) {
        return rc;
    }
    self(file).vfs->note({.kind = DiskOperation::Kind::kSync, .file = *self(file).name});
    return self(file).vfs->sync_for_real ? below_of(file)->pMethods->xSync(below_of(file), flags) : SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    if (const int rc = ask(file, Call::kFileSize); rc != SQLITE_OK) {
        return rc;
    }
    return below_of(file)->pMethods->xFileSize(below_of(file), size);
}

int file_lock(sqlite3_file* file, int level) {
    if (const int rc = ask(file, Call::kLock, level); rc != SQLITE_OK) {
        return rc;
    }
    return below_of(file)->pMethods->xLock(below_of(file), level);
}

int file_unlock(sqlite3_file* file, int level) {
    if (const int rc = ask(file, Call::kUnlock, level); rc != SQLITE_OK) {
        return rc;
    }
    return below_of(file)->pMethods->xUnlock(below_of(file), level);
}

int file_check_reserved_lock(sqlite3_file* file, int* out) {
    return below_of(file)->pMethods->xCheckReservedLock(below_of(file), out);
}

int file_control(sqlite3_file* file, int operation, void* argument) {
    return below_of(file)->pMethods->xFileControl(below_of(file), operation, argument);
}

int file_sector_size(sqlite3_file* file) {
    return below_of(file)->pMethods->xSectorSize(below_of(file));
}

int file_device_characteristics(sqlite3_file* file) {
    return below_of(file)->pMethods->xDeviceCharacteristics(below_of(file));
}

/// Version 3 like the system's own, so that a shim which forgot to refuse shared memory or mapping would find them
/// here: it must refuse by itself.
int file_shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    return below_of(file)->pMethods->xShmMap(below_of(file), page, size, extend, out);
}
int file_shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    return below_of(file)->pMethods->xShmLock(below_of(file), offset, count, flags);
}
void file_shm_barrier(sqlite3_file* file) {
    below_of(file)->pMethods->xShmBarrier(below_of(file));
}
int file_shm_unmap(sqlite3_file* file, int remove) {
    return below_of(file)->pMethods->xShmUnmap(below_of(file), remove);
}
int file_fetch(sqlite3_file* file, sqlite3_int64 offset, int amount, void** out) {
    return below_of(file)->pMethods->xFetch(below_of(file), offset, amount, out);
}
int file_unfetch(sqlite3_file* file, sqlite3_int64 offset, void* pointer) {
    return below_of(file)->pMethods->xUnfetch(below_of(file), offset, pointer);
}

constexpr sqlite3_io_methods kMethods{
    3,
    file_close,
    file_read,
    file_write,
    file_truncate,
    file_sync,
    file_size,
    file_lock,
    file_unlock,
    file_check_reserved_lock,
    file_control,
    file_sector_size,
    file_device_characteristics,
    file_shm_map,
    file_shm_lock,
    file_shm_barrier,
    file_shm_unmap,
    file_fetch,
    file_unfetch,
};

WatchedVfs& watched(sqlite3_vfs* vfs) {
    return *static_cast<WatchedVfs*>(vfs->pAppData);
}

bool is_there(sqlite3_vfs* below, const char* name) {
    int exists = 0;
    // Plain existence: SQLITE_ACCESS_EXISTS calls an empty file absent.
    (void)below->xAccess(below, name, SQLITE_ACCESS_READWRITE, &exists);
    return exists != 0;
}

int vfs_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    WatchedVfs& owner = watched(vfs);
    self(file).base.pMethods = nullptr;
    const std::string path = name == nullptr ? "" : name;
    if (const int rc = owner.ask({.call = Call::kOpen, .file = path, .offset = flags}).code; rc != SQLITE_OK) {
        return rc;
    }
    const bool creates = (flags & SQLITE_OPEN_CREATE) != 0 && !is_there(owner.below(), path.c_str());
    if (owner.read_only && (flags & SQLITE_OPEN_READWRITE) != 0) {
        if (creates) {
            return SQLITE_CANTOPEN;
        }
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    }
    std::memset(below_of(file), 0, static_cast<std::size_t>(owner.below()->szOsFile));
    int got = flags;
    const int rc = owner.below()->xOpen(owner.below(), name, below_of(file), flags, &got);
    if (out_flags != nullptr) {
        *out_flags = got;
    }
    if (rc != SQLITE_OK) {
        return rc;
    }
    self(file).vfs = &owner;
    self(file).name = new std::string{path};
    self(file).base.pMethods = &kMethods;
    owner.note_opened(path, flags);
    if (creates) {
        // As os_unix.c has it; of a database's own file nobody syncs the folder.
        constexpr int kJournals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
        owner.note({.kind = DiskOperation::Kind::kCreate, .file = path, .offset = (flags & kJournals) != 0 ? 1 : 0});
    }
    return SQLITE_OK;
}

int vfs_delete(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    WatchedVfs& owner = watched(vfs);
    const std::string path{name};
    if (const int rc = owner.ask({.call = Call::kDelete, .file = path}).code; rc != SQLITE_OK) {
        return rc;
    }
    const bool was_there = is_there(owner.below(), name);
    const int rc = owner.below()->xDelete(owner.below(), name, 0);
    if (rc == SQLITE_OK && was_there) {
        owner.note({.kind = DiskOperation::Kind::kDelete, .file = path, .offset = sync_folder});
    }
    return rc;
}

int vfs_access(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    WatchedVfs& owner = watched(vfs);
    const std::string path{name};
    if (const int rc = owner.ask({.call = Call::kAccess, .file = path}).code; rc != SQLITE_OK) {
        return rc;
    }
    return owner.below()->xAccess(owner.below(), name, flags, out);
}

int vfs_full_pathname(sqlite3_vfs* vfs, const char* name, int size, char* out) {
    return watched(vfs).below()->xFullPathname(watched(vfs).below(), name, size, out);
}

int vfs_randomness(sqlite3_vfs* vfs, int size, char* out) {
    return watched(vfs).below()->xRandomness(watched(vfs).below(), size, out);
}

int vfs_sleep(sqlite3_vfs* vfs, int microseconds) {
    return watched(vfs).below()->xSleep(watched(vfs).below(), microseconds);
}

int vfs_current_time(sqlite3_vfs* vfs, double* out) {
    return watched(vfs).below()->xCurrentTime(watched(vfs).below(), out);
}

int vfs_last_error(sqlite3_vfs* vfs, int size, char* out) {
    return watched(vfs).below()->xGetLastError(watched(vfs).below(), size, out);
}

std::string next_name() {
    static std::atomic<unsigned> counter{0};
    return "watched-" + std::to_string(++counter);
}

/// Tests make one before any vault, and looking for a file system starts SQLite.
sqlite3_vfs* system_files() {
    (void)start_sqlite(nullptr);
    return sqlite3_vfs_find("unix");
}

}  // namespace

WatchedVfs::WatchedVfs() : below_(system_files()), name_(next_name()) {
    vfs_.iVersion = 1;
    vfs_.szOsFile = static_cast<int>(sizeof(WatchedHandle)) + below_->szOsFile;
    vfs_.mxPathname = below_->mxPathname;
    vfs_.zName = name_.c_str();
    vfs_.pAppData = this;
    vfs_.xOpen = vfs_open;
    vfs_.xDelete = vfs_delete;
    vfs_.xAccess = vfs_access;
    vfs_.xFullPathname = vfs_full_pathname;
    vfs_.xRandomness = vfs_randomness;
    vfs_.xSleep = vfs_sleep;
    vfs_.xCurrentTime = vfs_current_time;
    vfs_.xGetLastError = vfs_last_error;
    sqlite3_vfs_register(&vfs_, 0);
}

WatchedVfs::~WatchedVfs() {
    sqlite3_vfs_unregister(&vfs_);
}

void WatchedVfs::record() {
    recording_ = true;
    operations_.clear();
}

void WatchedVfs::note(DiskOperation operation) {
    if (recording_) {
        operations_.push_back(std::move(operation));
    }
}

}  // namespace pennydrop::testing
