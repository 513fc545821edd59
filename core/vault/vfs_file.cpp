// SPDX-License-Identifier: Apache-2.0
#include "vault/vfs_file.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "vault/lock_holder.h"
#include "vault/sqlite_error.h"

namespace pennydrop {
namespace {

/// SQLite's own file systems take no more than 128 KiB less one byte in one call.
constexpr std::size_t kMostAtOnce = 65536;

std::unexpected<Error> fail_with(int rc) {
    return std::unexpected<Error>(sqlite_error(rc));
}

}  // namespace

std::string utf8_path(const std::filesystem::path& path) {
    std::error_code error;
    auto absolute = std::filesystem::absolute(path, error);
    const auto text = (error ? path : absolute).u8string();
    return {reinterpret_cast<const char*>(text.data()), text.size()};
}

void VfsFile::HandleFree::operator()(sqlite3_file* file) const noexcept {
    if (file->pMethods != nullptr) {
        file->pMethods->xClose(file);
    }
    sqlite3_free(file);
}

Result<VfsFile> VfsFile::open(sqlite3_vfs* vfs, const std::filesystem::path& path, Mode mode, Locks locks) {
    std::error_code absolute_error;
    const auto absolute = std::filesystem::absolute(path, absolute_error);
    if (absolute_error) {
        return fail(ErrorCode::kIo, "absolute path");
    }
    if (mode != Mode::kCreate) {
        int exists = 0;
        if (vfs->xAccess(vfs, utf8_path(absolute).c_str(), SQLITE_ACCESS_EXISTS, &exists) != SQLITE_OK || exists == 0) {
            // SQLite calls an empty file absent, because a new database is one.
            std::error_code exists_error;
            if (!std::filesystem::exists(absolute, exists_error)) {
                return exists_error == std::errc::permission_denied ? fail(ErrorCode::kPermission)
                                                                    : fail(ErrorCode::kNotFound);
            }
        }
    }
    VfsFile opened;
    opened.path_ = absolute;
    opened.name_.reset(sqlite3_create_filename(utf8_path(absolute).c_str(), "", "", 0, nullptr));
    opened.file_.reset(static_cast<sqlite3_file*>(sqlite3_malloc(vfs->szOsFile)));
    if (opened.name_ == nullptr || opened.file_ == nullptr) {
        return fail(ErrorCode::kOutOfMemory);
    }
    std::memset(opened.file_.get(), 0, static_cast<std::size_t>(vfs->szOsFile));
    // Of the kinds of file that SQLite never locks, this is the one with nothing else special about it.
    int flags = locks == Locks::kNone ? SQLITE_OPEN_SUPER_JOURNAL : SQLITE_OPEN_MAIN_DB;
    flags |= mode == Mode::kReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    flags |= mode == Mode::kCreate ? SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE : 0;
    int got = 0;
    const int rc = vfs->xOpen(vfs, opened.name_.get(), opened.file_.get(), flags, &got);
    if (rc != SQLITE_OK) {
        std::error_code exists_error;
        if (mode == Mode::kCreate && std::filesystem::exists(absolute, exists_error)) {
            return fail(ErrorCode::kAlreadyExists);
        }
        if (mode == Mode::kCreate && !std::filesystem::exists(absolute.parent_path(), exists_error) && !exists_error) {
            return fail(ErrorCode::kNotFound, "folder");
        }
        return fail_with(rc);
    }
    if (mode == Mode::kReadWrite && (got & SQLITE_OPEN_READONLY) != 0) {
        return fail(ErrorCode::kPermission, "read-only file");
    }
    return opened;
}

VfsFile::VfsFile(VfsFile&& other) noexcept
    : path_(std::move(other.path_)), name_(std::move(other.name_)), file_(std::move(other.file_)) {}

VfsFile::~VfsFile() {
    file_.reset();  // closed before the name it points to is freed
}

Result<std::int64_t> VfsFile::size() {
    sqlite3_int64 bytes = 0;
    if (const int rc = file_->pMethods->xFileSize(file_.get(), &bytes); rc != SQLITE_OK) {
        return fail_with(rc);
    }
    return bytes;
}

Status VfsFile::read(std::span<std::uint8_t> out, std::int64_t offset) {
    while (!out.empty()) {
        const auto part = out.first(std::min(out.size(), kMostAtOnce));
        if (const int rc = file_->pMethods->xRead(file_.get(), part.data(), static_cast<int>(part.size()), offset);
            rc != SQLITE_OK) {
            return fail_with(rc);
        }
        out = out.subspan(part.size());
        offset += static_cast<std::int64_t>(part.size());
    }
    return {};
}

Status VfsFile::write(std::span<const std::uint8_t> data, std::int64_t offset) {
    while (!data.empty()) {
        const auto part = data.first(std::min(data.size(), kMostAtOnce));
        if (const int rc = file_->pMethods->xWrite(file_.get(), part.data(), static_cast<int>(part.size()), offset);
            rc != SQLITE_OK) {
            return fail_with(rc);
        }
        data = data.subspan(part.size());
        offset += static_cast<std::int64_t>(part.size());
    }
    return {};
}

Status VfsFile::sync() {
    if (const int rc = file_->pMethods->xSync(file_.get(), SQLITE_SYNC_FULL); rc != SQLITE_OK) {
        return fail_with(rc);
    }
    return {};
}

Status VfsFile::truncate(std::int64_t size) {
    if (const int rc = file_->pMethods->xTruncate(file_.get(), size); rc != SQLITE_OK) {
        return fail_with(rc);
    }
    return {};
}

Status VfsFile::lock_alone() {
    for (const int level : {SQLITE_LOCK_SHARED, SQLITE_LOCK_EXCLUSIVE}) {
        if (const int rc = file_->pMethods->xLock(file_.get(), level); rc != SQLITE_OK) {
            // Down to nothing: two who both keep their shared lock would wait for each other.
            file_->pMethods->xUnlock(file_.get(), SQLITE_LOCK_NONE);
            return fail_with(rc);
        }
    }
    return {};
}

Status VfsFile::probe_lock() {
    if (const int rc = file_->pMethods->xLock(file_.get(), SQLITE_LOCK_SHARED); rc != SQLITE_OK) {
        return rc == SQLITE_BUSY ? fail(ErrorCode::kInUse, lock_holder(path_)) : fail_with(rc);
    }
    file_->pMethods->xUnlock(file_.get(), SQLITE_LOCK_NONE);
    return {};
}

Status VfsFile::lock_against_writers() {
    if (const int rc = file_->pMethods->xLock(file_.get(), SQLITE_LOCK_SHARED); rc != SQLITE_OK) {
        return fail_with(rc);
    }
    return {};
}

Status VfsFile::lock_against_all() {
    if (auto shared = lock_against_writers(); !shared) {
        return shared;
    }
    if (const int rc = file_->pMethods->xLock(file_.get(), SQLITE_LOCK_EXCLUSIVE); rc != SQLITE_OK) {
        file_->pMethods->xUnlock(file_.get(), SQLITE_LOCK_NONE);
        return fail_with(rc);
    }
    return {};
}

}  // namespace pennydrop
