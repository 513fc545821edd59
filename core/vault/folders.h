// SPDX-License-Identifier: Apache-2.0
// How files get and lose their names: what a vault needs of the file system beside a SQLite VFS. A seam, so that tests
// can let the power fail between two of these steps.
// Threads: plain functions of the system; a stand-in belongs to one thread.
#pragma once

#include <filesystem>
#include <system_error>

namespace pennydrop {

class Folders {
public:
    Folders() = default;
    Folders(const Folders&) = delete;
    Folders& operator=(const Folders&) = delete;
    virtual ~Folders() = default;

    /// A second name for a file; fails when `to` is taken.
    [[nodiscard]] virtual std::error_code link(const std::filesystem::path& from, const std::filesystem::path& to);
    /// Replaces what is at `to`, in one step.
    [[nodiscard]] virtual std::error_code rename(const std::filesystem::path& from, const std::filesystem::path& to);
    /// No error when there is no such file.
    [[nodiscard]] virtual std::error_code remove(const std::filesystem::path& path);
    /// Names are on the disk when it returns without error. Where folders cannot be synced at all (Windows, some
    /// network file systems, a folder that may not be read) there is nothing more to do, and no error.
    [[nodiscard]] virtual std::error_code sync(const std::filesystem::path& folder);
};

[[nodiscard]] Folders& system_folders();

}  // namespace pennydrop
