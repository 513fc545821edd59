// SPDX-License-Identifier: Apache-2.0
#include "vault/folders.h"

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
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

void Folders::sync(const fs::path& folder) {
#ifndef _WIN32
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        (void)::fsync(descriptor);
        (void)::close(descriptor);
    }
#else
    (void)folder;
#endif
}

Folders& system_folders() {
    static Folders folders;
    return folders;
}

}  // namespace pennydrop
