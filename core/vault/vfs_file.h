// SPDX-License-Identifier: Apache-2.0
// A file opened through a SQLite VFS, for the header before the database. Going through the VFS matters: on POSIX a
// plain open() and close() of the same file would drop SQLite's locks. Private to core/vault.
// Threads: belongs to one thread.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "base/result.h"

namespace pennydrop {

class VfsFile {
public:
    enum class Mode { kReadOnly, kReadWrite, kCreate };
    enum class Locks {
        kAsDatabase,  ///< As any database's. To open and close it, SQLite takes a mutex that all of them share.
        /// It has none, and its drive, however slow, holds up no other file. Not for a file that this process may have
        /// open as a database: on POSIX, closing it would drop the locks on that.
        kNone
    };

    /// kCreate fails with kAlreadyExists when the file is there; what it makes belongs to its owner alone, as
    /// everything of SQLite's (start_sqlite()). `vfs` is not owned.
    [[nodiscard]] static Result<VfsFile> open(sqlite3_vfs* vfs, const std::filesystem::path& path, Mode mode,
                                              Locks locks = Locks::kAsDatabase);

    VfsFile(VfsFile&& other) noexcept;
    VfsFile& operator=(VfsFile&&) = delete;
    VfsFile(const VfsFile&) = delete;
    VfsFile& operator=(const VfsFile&) = delete;
    ~VfsFile();

    [[nodiscard]] Result<std::int64_t> size();
    /// Reads exactly `out.size()` bytes.
    [[nodiscard]] Status read(std::span<std::uint8_t> out, std::int64_t offset);
    [[nodiscard]] Status write(std::span<const std::uint8_t> data, std::int64_t offset);
    /// The bytes are on the disk when it returns.
    [[nodiscard]] Status sync();
    [[nodiscard]] Status truncate(std::int64_t size);
    /// Keeps every other opener out of lock_alone() and probe_lock() until the file is closed. kInUse when somebody is
    /// in.
    [[nodiscard]] Status lock_alone();
    /// kInUse when somebody holds the database; the detail says who, where the system tells. Takes and gives back a
    /// shared lock.
    [[nodiscard]] Status probe_lock();
    /// Nobody can write as long as this file is open. kInUse when somebody does.
    [[nodiscard]] Status lock_against_writers();
    /// Nobody can read or write as long as this file is open. kInUse when somebody does.
    [[nodiscard]] Status lock_against_all();

private:
    struct FilenameFree {
        void operator()(const char* name) const noexcept { sqlite3_free_filename(const_cast<char*>(name)); }
    };
    struct HandleFree {
        void operator()(sqlite3_file* file) const noexcept;
    };
    VfsFile() = default;

    std::filesystem::path path_{};
    std::unique_ptr<const char, FilenameFree> name_{};
    std::unique_ptr<sqlite3_file, HandleFree> file_{};
};

/// The path as SQLite wants it: in UTF-8, and absolute, because a relative one that begins with "file:" would be taken
/// for a URI.
[[nodiscard]] std::string utf8_path(const std::filesystem::path& path);

}  // namespace pennydrop
