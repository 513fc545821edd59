// SPDX-License-Identifier: Apache-2.0
// Source: dbus/dbus-message.c, dbus_message_cache_or_finalize(): up to five messages of up to 10 KiB are kept.
#include "platform/process.h"

#if defined(__linux__)
#include <dlfcn.h>

#include <array>
#include <cstddef>
#include <vector>
#endif

namespace pennydrop::platform {

#if defined(__linux__)
namespace {

// The few declarations of dbus.h that are needed; Qt loads the library, and Debian's Qt comes without its headers.
struct BusMessage;
using NewMessage = BusMessage* (*)(int type);
using Append = unsigned int (*)(BusMessage* message, int first_type, ...);
using Unref = void (*)(BusMessage* message);
constexpr int kSignal = 4;
constexpr int kArray = 'a';
constexpr int kByte = 'y';
constexpr int kEnd = 0;

constexpr std::size_t kMoreThanAreKept = 8;
constexpr int kLargerThanIsKept = 64 * 1024;

template <typename Function>
Function function(void* library, const char* name) noexcept {
    return reinterpret_cast<Function>(dlsym(library, name));
}

}  // namespace

void forget_bus_messages() noexcept {
    void* const library = dlopen("libdbus-1.so.3", RTLD_LAZY | RTLD_NOLOAD);
    if (library == nullptr) {
        return;
    }
    const auto new_message = function<NewMessage>(library, "dbus_message_new");
    const auto append = function<Append>(library, "dbus_message_append_args");
    const auto unref = function<Unref>(library, "dbus_message_unref");
    if (new_message != nullptr && append != nullptr && unref != nullptr) {
        // New messages take the kept ones; made too large to be kept, they are freed instead of going back.
        const std::vector<unsigned char> zeros(kLargerThanIsKept);
        const unsigned char* const content = zeros.data();
        std::array<BusMessage*, kMoreThanAreKept> messages{};
        for (BusMessage*& message : messages) {
            message = new_message(kSignal);
            if (message != nullptr) {
                append(message, kArray, kByte, &content, kLargerThanIsKept, kEnd);
            }
        }
        for (BusMessage* const message : messages) {
            if (message != nullptr) {
                unref(message);
            }
        }
    }
    dlclose(library);
}
#else
void forget_bus_messages() noexcept {}
#endif

}  // namespace pennydrop::platform
