// SPDX-License-Identifier: Apache-2.0
#include "vault/replacement.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "vault/dated_name.h"
#include "vault/drop_box.h"
#include "vault/file_claim.h"
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

Status copy_bytes(VfsFile& from, const fs::path& to, const VaultOptions& options, ProgressMeter& meter) {
    auto size = from.size();
    if (!size) {
        return pass_on(size);
    }
    auto file = open_file(options, to, VfsFile::Mode::kCreate);
    if (!file) {
        return pass_on(file);
    }
    const auto claim = FileClaim::take(to);  // or another restore might sweep it away
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

/// The copies made so far; takes them back unless all are kept.
class Copies {
public:
    Copies(const VaultOptions& options, ProgressMeter& meter) : options_(&options), meter_(&meter) {}
    Copies(const Copies&) = delete;
    Copies& operator=(const Copies&) = delete;
    ~Copies() {
        for (const fs::path& name : made_) {
            (void)folders_of(*options_).remove(name);
        }
    }
    /// `name` must be free.
    [[nodiscard]] Status add(VfsFile& from, const fs::path& name) {
        Temporary copy{name, folders_of(*options_)};
        if (auto copied = copy_bytes(from, copy.path(), *options_, *meter_); !copied) {
            return copied;
        }
        auto placed = copy.put_in_place();
        if (placed) {
            made_.push_back(name);
        }
        return placed;
    }
    void keep() { made_.clear(); }

private:
    const VaultOptions* options_;
    ProgressMeter* meter_;
    std::vector<fs::path> made_{};
};

void remove_old_log(const fs::path& path, Folders& folders) {
    std::error_code error;
    if (fs::exists(log_of(path), error)) {
        // When it stays, it is foreign to the new file and is taken for an empty one.
        (void)folders.remove(log_of(path));
        (void)folders.sync(path.parent_path());
    }
}

}  // namespace

std::uint64_t steps_to_copy(VfsFile& present, const fs::path& path) {
    const auto size = present.size();
    std::error_code error;
    const auto log_size = fs::file_size(log_of(path), error);
    return ((size ? static_cast<std::uint64_t>(*size) : 0) + (error ? 0 : log_size)) / kVaultPageBytes;
}

Result<fs::path> copy_aside(VfsFile& present, VfsFile* drop_box, const fs::path& path, const LocalTime& now,
                            const VaultOptions& options, ProgressMeter& meter) {
    fs::path aside = free_dated_name(path.parent_path(), stem_of(path), "replaced", now);
    Copies copies{options, meter};
    // The file gets its name last: without its log it would have lost its last entries, a log alone does no harm.
    if (drop_box != nullptr) {
        if (auto copied = copies.add(*drop_box, drop_box_path(aside)); !copied) {
            return pass_on(copied);
        }
    }
    auto log = open_file(options, log_of(path), VfsFile::Mode::kReadOnly);
    if (!log && log.error().code != ErrorCode::kNotFound) {
        return pass_on(log);
    }
    if (log) {
        if (auto copied = copies.add(*log, log_of(aside)); !copied) {
            return pass_on(copied);
        }
    }
    if (auto copied = copies.add(present, aside); !copied) {
        return pass_on(copied);
    }
    copies.keep();
    return aside;
}

void remove_aside(const fs::path& aside, Folders& folders) {
    for (const fs::path& name : {aside, log_of(aside), drop_box_path(aside)}) {
        (void)folders.remove(name);
    }
}

Result<Placed> take_place(NewVault& made, Placing placing, const fs::path& path, const VaultOptions& options) {
    auto file = open_file(options, made.temporary(), VfsFile::Mode::kReadWrite);
    if (!file) {
        return pass_on(file);
    }
    if (auto locked = file->lock_against_all(); !locked) {
        return pass_on(locked);
    }
    if (placing == Placing::kNew) {
        if (auto placed = made.put_in_place(); !placed) {
            return pass_on(placed);
        }
        remove_old_log(path, folders_of(options));
        return Placed::kOnDisk;
    }
    auto placed = made.replace();
    if (placed && *placed == Placed::kOnDisk) {
        remove_old_log(path, folders_of(options));  // not before: the old file may come back, and needs it
    }
    return placed;
}

}  // namespace pennydrop
