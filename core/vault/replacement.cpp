// SPDX-License-Identifier: Apache-2.0
#include "vault/replacement.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "vault/dated_name.h"
#include "vault/folders.h"
#include "vault/new_file.h"
#include "vault/vault_impl.h"

namespace pennydrop {
namespace {

namespace fs = std::filesystem;

/// SQLite's own file system refuses writes of 128 KiB and more.
constexpr std::size_t kChunkBytes = 64UL * 1024UL;

fs::path log_of(fs::path path) {
    path += "-wal";
    return path;
}

/// A file under a temporary name that goes away unless it was put in place.
class Temporary {
public:
    Temporary(const fs::path& target, Folders& folders)
        : target_(target), path_(temporary_name_beside(target)), folders_(&folders) {}
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (!path_.empty()) {
            (void)folders_->remove(path_);
        }
    }
    [[nodiscard]] const fs::path& path() const noexcept { return path_; }
    [[nodiscard]] Status put_in_place() {
        auto placed = pennydrop::put_in_place(path_, target_, *folders_);
        if (placed) {
            path_.clear();
        }
        return placed;
    }

private:
    fs::path target_;
    fs::path path_;
    Folders* folders_;
};

Status copy_bytes(VfsFile& from, const fs::path& to, sqlite3_vfs* below, ProgressMeter& meter) {
    auto size = from.size();
    if (!size) {
        return pass_on(size);
    }
    auto file = VfsFile::open(below, to, VfsFile::Mode::kCreate);
    if (!file) {
        return pass_on(file);
    }
    std::error_code ignored;
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, ignored);
    std::vector<std::uint8_t> chunk(kChunkBytes);
    for (std::int64_t at = 0; at < *size;) {
        const auto length = std::min<std::int64_t>(*size - at, kChunkBytes);
        const auto part = std::span{chunk}.first(static_cast<std::size_t>(length));
        if (auto read = from.read(part, at); !read) {
            return read;
        }
        if (auto written = file->write(part, at); !written) {
            return written;
        }
        at += length;
        if (auto going = meter.add(static_cast<std::uint64_t>(length) / kVaultPageBytes); !going) {
            return going;
        }
    }
    return file->sync();
}

}  // namespace

bool drop_box_waits(const fs::path& journal) {
    auto box = journal;
    box += "-drop";
    std::error_code error;
    const auto size = fs::file_size(box, error);
    return !error && size > 0;
}

std::uint64_t steps_to_copy(VfsFile& present, const fs::path& path) {
    const auto size = present.size();
    std::error_code error;
    const auto log_size = fs::file_size(log_of(path), error);
    return ((size ? static_cast<std::uint64_t>(*size) : 0) + (error ? 0 : log_size)) / kVaultPageBytes;
}

Result<fs::path> copy_aside(VfsFile& present, const fs::path& path, const LocalTime& now, const VaultOptions& options,
                            ProgressMeter& meter) {
    sqlite3_vfs* below = file_system(options);
    Folders& folders = folders_of(options);
    const fs::path aside = free_dated_name(path.parent_path(), stem_of(path), "replaced", now);
    Temporary main{aside, folders};
    if (auto copied = copy_bytes(present, main.path(), below, meter); !copied) {
        return pass_on(copied);
    }
    // The log gets its name first: a file without its log would have lost its last entries, a log alone does no harm.
    auto log = VfsFile::open(below, log_of(path), VfsFile::Mode::kReadOnly);
    if (!log && log.error().code != ErrorCode::kNotFound) {
        return pass_on(log);
    }
    if (log) {
        Temporary copy{log_of(aside), folders};
        if (auto copied = copy_bytes(*log, copy.path(), below, meter); !copied) {
            return pass_on(copied);
        }
        if (auto placed = copy.put_in_place(); !placed) {
            return pass_on(placed);
        }
    }
    if (auto placed = main.put_in_place(); !placed) {
        (void)folders.remove(log_of(aside));
        return pass_on(placed);
    }
    return aside;
}

void remove_old_log(const fs::path& path, const VaultOptions& options) {
    std::error_code error;
    if (fs::exists(log_of(path), error)) {
        // When it stays, it is foreign to the new file and is taken for an empty one.
        (void)folders_of(options).remove(log_of(path));
        folders_of(options).sync(path.parent_path());
    }
}

}  // namespace pennydrop
