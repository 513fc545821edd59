// SPDX-License-Identifier: Apache-2.0
#include "vault/private_files.h"

#ifndef _WIN32
#include <sqlite3.h>
#include <sys/types.h>
#endif

namespace pennydrop {

#ifndef _WIN32
namespace {

constexpr unsigned kOwnerOnly = 0600;

using OpenCall = int (*)(const char*, int, int);
using ChangeCall = int (*)(int, ::mode_t);

/// What SQLite would call. Written once, before the first file is opened; only read afterwards.
OpenCall open_below = nullptr;
ChangeCall change_below = nullptr;

int open_privately(const char* name, int flags, int mode) {
    return open_below(name, flags, static_cast<int>(static_cast<unsigned>(mode) & kOwnerOnly));
}

/// SQLite gives a log the rights of its database, which may have been copied with wider ones.
int change_privately(int descriptor, ::mode_t mode) {
    return change_below(descriptor, mode & kOwnerOnly);
}

bool install() noexcept {
    sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
    constexpr int kWithSystemCalls = 3;
    if (vfs == nullptr || vfs->iVersion < kWithSystemCalls || vfs->xGetSystemCall == nullptr ||
        vfs->xSetSystemCall == nullptr) {
        return false;
    }
    open_below = reinterpret_cast<OpenCall>(vfs->xGetSystemCall(vfs, "open"));
    change_below = reinterpret_cast<ChangeCall>(vfs->xGetSystemCall(vfs, "fchmod"));
    if (open_below == nullptr || change_below == nullptr) {
        return false;
    }
    const auto replace = [vfs](const char* name, auto* call) {
        return vfs->xSetSystemCall(vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(call)) == SQLITE_OK;
    };
    return replace("open", &open_privately) && replace("fchmod", &change_privately);
}

}  // namespace

bool make_files_private() noexcept {
    static const bool installed = install();
    return installed;
}
#else
bool make_files_private() noexcept {
    return true;
}
#endif

}  // namespace pennydrop
