// SPDX-License-Identifier: Apache-2.0
// The file a drop box lies in: opened, made and locked, and added to so that a failed or torn addition harms nothing
// that was there. Private to core/vault.
// Threads: belongs to one thread.
// Specification: docs/vault-format.md, "Drop box".
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <span>

#include "base/result.h"
#include "vault/drop_box.h"
#include "vault/folders.h"
#include "vault/vfs_file.h"

namespace pennydrop {

/// The system's own file system unless the options name another. Errors: as start_sqlite().
[[nodiscard]] Result<sqlite3_vfs*> file_system(const DropBoxOptions& options);

/// The system unless the options name another.
[[nodiscard]] Folders& folders_of(const DropBoxOptions& options);

/// The file, made for its owner alone when it is not there.
[[nodiscard]] Result<VfsFile> open_or_make(sqlite3_vfs* below, const std::filesystem::path& path);

/// Keeps everybody else out until the file is closed. kInUse when patience ends.
[[nodiscard]] Status lock_patiently(VfsFile& file, sqlite3_vfs* below, std::chrono::milliseconds patience);

/// The size of the file in whole cells: where something may be added.
[[nodiscard]] constexpr std::int64_t whole_cells(std::int64_t bytes) noexcept {
    constexpr auto kCell = static_cast<std::int64_t>(kDropCellBytes);
    return (bytes + kCell - 1) / kCell * kCell;
}

/// Something being added to the end of a file: it is cut off again unless finish() succeeded.
class Addition {
public:
    /// `path` is the file's. kDiskFull when `bytes` more would pass kMaxDropBoxBytes.
    [[nodiscard]] static Result<Addition> begin(VfsFile& file, const std::filesystem::path& path, Folders& folders,
                                                std::int64_t bytes);

    Addition(Addition&& other) noexcept;
    Addition& operator=(Addition&&) = delete;
    Addition(const Addition&) = delete;
    Addition& operator=(const Addition&) = delete;
    ~Addition();

    /// Where the next byte goes.
    [[nodiscard]] std::int64_t at() const noexcept { return at_; }
    [[nodiscard]] Status write(std::span<const std::uint8_t> bytes);
    /// What comes next begins with a new cell.
    void next_cell() noexcept { at_ = whole_cells(at_); }
    /// File and folder are on the disk when it returns without error.
    [[nodiscard]] Status finish();

private:
    Addition(VfsFile& file, const std::filesystem::path& path, Folders& folders, std::int64_t size);

    VfsFile* file_;
    std::filesystem::path path_;
    Folders* folders_;
    std::int64_t size_;
    std::int64_t at_;
};

}  // namespace pennydrop
