// SPDX-License-Identifier: Apache-2.0
#include "vault/file_claim.h"

#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include <system_error>
#include <utility>

namespace pennydrop {

#ifndef _WIN32

std::optional<FileClaim> FileClaim::take(const std::filesystem::path& path) {
    // Without O_NONBLOCK a pipe of this name would be waited for.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        return std::nullopt;
    }
    FileClaim claim{descriptor};
    struct stat file{};
    if (::fstat(descriptor, &file) != 0 || !S_ISREG(file.st_mode) || ::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return std::nullopt;
    }
    return claim;
}

FileClaim::~FileClaim() {
    if (descriptor_ >= 0) {
        (void)::close(descriptor_);
    }
}

#else

/// Nobody can remove a file here that somebody has open.
std::optional<FileClaim> FileClaim::take(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(std::filesystem::symlink_status(path, error)) ? std::optional{FileClaim{-1}}
                                                                                          : std::nullopt;
}

FileClaim::~FileClaim() = default;

#endif

FileClaim::FileClaim(FileClaim&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

}  // namespace pennydrop
