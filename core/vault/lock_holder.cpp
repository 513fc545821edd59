// SPDX-License-Identifier: Apache-2.0
#include "vault/lock_holder.h"

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

#ifdef __linux__
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <optional>
#endif

namespace pennydrop {
namespace {

#ifdef __linux__

/// The process with a POSIX lock on the file, from lines such as
/// "12: POSIX  ADVISORY  WRITE 3456 fd:01:131090 1073741826 1073742335".
std::optional<long> locking_process(const struct stat& file) {
    std::ifstream locks{"/proc/locks"};
    for (std::string line; std::getline(locks, line);) {
        long process = 0;
        unsigned device_major = 0;
        unsigned device_minor = 0;
        std::uint64_t inode = 0;
        if (std::sscanf(line.c_str(), "%*d: POSIX %*s %*s %ld %x:%x:%" SCNu64, &process, &device_major, &device_minor,
                        &inode) == 4 &&
            process > 0 && device_major == major(file.st_dev) && device_minor == minor(file.st_dev) &&
            inode == file.st_ino) {
            return process;
        }
    }
    return std::nullopt;
}

#endif

}  // namespace

std::string lock_holder(const std::filesystem::path& path) {
#ifdef __linux__
    struct stat file{};
    if (::stat(path.c_str(), &file) == 0) {
        if (const auto process = locking_process(file)) {
            return *process == ::getpid() ? "held by this process" : "held by process " + std::to_string(*process);
        }
    }
#else
    (void)path;
#endif
    return "held by another program";
}

bool is_locked_elsewhere(const std::filesystem::path& path) {
#ifndef _WIN32
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    // sqlite.org/fileformat2.html, "The Lock-Byte Page".
    constexpr off_t kFirstLockByte = 0x40000000;
    constexpr off_t kLockBytes = 512;
    struct flock lock{};
    lock.l_type = F_WRLCK;  // which any lock of somebody else stands against
    lock.l_whence = SEEK_SET;
    lock.l_start = kFirstLockByte;
    lock.l_len = kLockBytes;
    const bool is_locked = ::fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    (void)::close(descriptor);
    return is_locked;
#else
    (void)path;
    return false;
#endif
}

}  // namespace pennydrop
