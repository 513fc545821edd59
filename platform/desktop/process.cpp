// SPDX-License-Identifier: Apache-2.0
#include "platform/process.h"

#include <cstdlib>
#include <cstring>

#if defined(__linux__)
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace pennydrop::platform {

namespace {

#if defined(__linux__)
bool dumps_allowed() noexcept {
#if defined(NDEBUG)
    const char* const allowed = std::getenv("PENNYDROP_ALLOW_CORE_DUMPS");
    return allowed != nullptr && std::strcmp(allowed, "1") == 0;
#else
    return true;
#endif
}
#endif

}  // namespace

bool forbid_core_files() noexcept {
#if defined(__linux__)
    if (!dumps_allowed()) {
        const rlimit none{0, 0};
        return setrlimit(RLIMIT_CORE, &none) == 0;
    }
#endif
    return true;
}

bool forbid_memory_dumps() noexcept {
#if defined(__linux__)
    if (!dumps_allowed()) {
        return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    }
#endif
    return true;
}

}  // namespace pennydrop::platform
