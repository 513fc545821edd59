// SPDX-License-Identifier: Apache-2.0
#include "vault/folders.h"

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace pennydrop {
namespace fs = std::filesystem;

std::error_code Folders::link(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_hard_link(from, to, error);
    return error;
}

std::error_code Folders::rename(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    return error;
}

std::error_code Folders::remove(const fs::path& path) {
    std::error_code error;
    fs::remove(path, error);
    return error;
}

std::error_code Folders::sync(const fs::path& folder) {
#ifndef _WIN32
    const auto last_error = [] {
        const std::error_code error{errno, std::generic_category()};
        const bool is_impossible = error == std::errc::permission_denied || error == std::errc::invalid_argument ||
                                   error == std::errc::not_supported || error == std::errc::operation_not_supported ||
                                   error == std::errc::function_not_supported;
        return is_impossible ? std::error_code{} : error;
    };
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return last_error();
    }
    const std::error_code error = ::fsync(descriptor) == 0 ? std::error_code{} : last_error();
    (void)::close(descriptor);
    return error;
#else
    (void)folder;
    return {};
#endif
}

Folders& system_folders() {
    static Folders folders;
    return folders;
}

}  // namespace pennydrop
