// SPDX-License-Identifier: Apache-2.0
#include "platform/desktop/libsecret.h"

#include <dlfcn.h>

#include <optional>

namespace pennydrop::platform {

namespace {

template <typename Function>
bool find(void* library, const char* name, Function& function) noexcept {
    function = reinterpret_cast<Function>(dlsym(library, name));
    return function != nullptr;
}

std::optional<LibSecret> load() noexcept {
    // Never closed: GLib does not bear being unloaded.
    void* const library = dlopen("libsecret-1.so.0", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        return std::nullopt;
    }
    LibSecret functions;
    bool complete = true;
    // NOLINTNEXTLINE(cppcoreguidelines-macro-usage)
#define PENNYDROP_FIND(name) complete = find(library, #name, functions.name) && complete;
    PENNYDROP_LIBSECRET_FUNCTIONS(PENNYDROP_FIND)
#undef PENNYDROP_FIND
    return complete ? std::optional{functions} : std::nullopt;
}

}  // namespace

const LibSecret* libsecret() noexcept {
    static const std::optional<LibSecret> loaded = load();
    return loaded ? &*loaded : nullptr;
}

}  // namespace pennydrop::platform
