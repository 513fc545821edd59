// SPDX-License-Identifier: Apache-2.0
#include "vault/drop_box_file.h"

#include <sqlite3.h>

#include <array>
#include <utility>

#include "vault/sqlite_start.h"

namespace pennydrop {
namespace fs = std::filesystem;

/// A locked program may come here before any vault was opened.
Result<sqlite3_vfs*> file_system(const DropBoxOptions& options) {
    return start_sqlite(options.below);
}

Folders& folders_of(const DropBoxOptions& options) {
    return options.folders != nullptr ? *options.folders : system_folders();
}

Result<VfsFile> open_or_make(sqlite3_vfs* below, const fs::path& path) {
    auto file = VfsFile::open(below, path, VfsFile::Mode::kReadWrite);
    if (file || file.error().code != ErrorCode::kNotFound) {
        return file;
    }
    auto made = VfsFile::open(below, path, VfsFile::Mode::kCreate);
    if (!made && made.error().code == ErrorCode::kAlreadyExists) {
        return VfsFile::open(below, path, VfsFile::Mode::kReadWrite);  // somebody else was faster
    }
    return made;
}

Status lock_patiently(VfsFile& file, sqlite3_vfs* below, std::chrono::milliseconds patience) {
    constexpr int kShortest = 500;
    constexpr int kSpread = 8192;
    std::chrono::microseconds waited{0};
    for (;;) {
        auto locked = file.lock_alone();
        if (locked || locked.error().code != ErrorCode::kInUse || waited >= patience) {
            return locked;
        }
        // Two who wait must not come back at the same moment for ever.
        std::array<std::uint8_t, 2> random{};
        fill_random(random);
        const int pause = kShortest + (random[0] * 256 + random[1]) % kSpread;
        (void)below->xSleep(below, pause);
        waited += std::chrono::microseconds{pause};
    }
}

Addition::Addition(VfsFile& file, const fs::path& path, Folders& folders, std::int64_t size)
    : file_(&file), path_(path), folders_(&folders), size_(size), at_(whole_cells(size)) {}

Addition::Addition(Addition&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)),
      path_(std::move(other.path_)),
      folders_(other.folders_),
      size_(other.size_),
      at_(other.at_) {}

Result<Addition> Addition::begin(VfsFile& file, const fs::path& path, Folders& folders, std::int64_t bytes) {
    auto size = file.size();
    if (!size) {
        return pass_on(size);
    }
    if (*size > kMaxDropBoxBytes || bytes > kMaxDropBoxBytes - whole_cells(*size)) {
        return fail(ErrorCode::kDiskFull, "the drop box is full");
    }
    return Addition{file, path, folders, *size};
}

Addition::~Addition() {
    // What stays when this fails too is a torn tail, which every reader and writer expects.
    if (file_ != nullptr) {
        (void)file_->truncate(size_);
    }
}

Status Addition::write(std::span<const std::uint8_t> bytes) {
    if (auto written = file_->write(bytes, at_); !written) {
        return written;
    }
    at_ += static_cast<std::int64_t>(bytes.size());
    return {};
}

Status Addition::finish() {
    if (auto synced = file_->sync(); !synced) {
        return synced;
    }
    // Also when the file is not new: whoever made it may have died before its name was safe.
    if (folders_->sync(path_.parent_path())) {
        return fail(ErrorCode::kIo, "folder");
    }
    file_ = nullptr;
    return {};
}

}  // namespace pennydrop
