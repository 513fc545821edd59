// SPDX-License-Identifier: Apache-2.0
// A file that is being made, held so that nobody takes it for one that a crash has left. Held through a descriptor of
// its own and not through SQLite, so that nothing else waits when its drive hangs. Private to core/vault.
// Threads: belongs to one thread.
// Source: flock(2): such a lock goes with its process, and knows nothing of SQLite's.
#pragma once

#include <filesystem>
#include <optional>

namespace pennydrop {

class FileClaim {
public:
    /// Nothing when somebody else holds the file, when it is no regular file (a link is none), and when it cannot be
    /// opened or its file system knows no such locks. On POSIX not for a file that this process has open as a database:
    /// letting go would drop SQLite's locks on it.
    [[nodiscard]] static std::optional<FileClaim> take(const std::filesystem::path& path);

    FileClaim(FileClaim&& other) noexcept;
    FileClaim& operator=(FileClaim&&) = delete;
    FileClaim(const FileClaim&) = delete;
    FileClaim& operator=(const FileClaim&) = delete;
    ~FileClaim();

private:
    explicit FileClaim(int descriptor) noexcept : descriptor_(descriptor) {}

    int descriptor_;
};

}  // namespace pennydrop
