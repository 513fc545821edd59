// SPDX-License-Identifier: Apache-2.0
// libsecret, looked for when it is needed: a desktop without it runs the program all the same. Only its headers are
// used to build.
// Threads: any; loaded once.
// Source: https://gnome.pages.gitlab.gnome.org/libsecret/ 0.20, the password functions.
#pragma once

// GIO has a member of a name that Qt takes for itself.
#pragma push_macro("signals")
#undef signals
#include <libsecret/secret.h>
#pragma pop_macro("signals")

namespace pennydrop::platform {

// NOLINTBEGIN(cppcoreguidelines-macro-usage,bugprone-macro-parentheses): each function's name is needed as a name and
// as a string
#define PENNYDROP_LIBSECRET_FUNCTIONS(USE)        \
    USE(g_cancellable_cancel)                     \
    USE(g_cancellable_new)                        \
    USE(g_dbus_error_quark)                       \
    USE(g_dbus_connection_set_exit_on_close)      \
    USE(g_dbus_proxy_get_connection)              \
    USE(g_error_free)                             \
    USE(g_hash_table_insert)                      \
    USE(g_hash_table_new)                         \
    USE(g_hash_table_unref)                       \
    USE(g_list_free_full)                         \
    USE(g_object_unref)                           \
    USE(g_str_equal)                              \
    USE(g_str_hash)                               \
    USE(secret_error_get_quark)                   \
    USE(secret_password_clearv_sync)              \
    USE(secret_password_free)                     \
    USE(secret_password_lookupv_nonpageable_sync) \
    USE(secret_password_searchv_sync)             \
    USE(secret_password_storev_sync)              \
    USE(secret_service_disconnect)                \
    USE(secret_service_get_sync)

struct LibSecret {
#define PENNYDROP_DECLARE(name) decltype(&::name) name{nullptr};
    PENNYDROP_LIBSECRET_FUNCTIONS(PENNYDROP_DECLARE)
#undef PENNYDROP_DECLARE
};
// NOLINTEND(cppcoreguidelines-macro-usage,bugprone-macro-parentheses)

/// Null when the library, or one of the functions, is not there.
[[nodiscard]] const LibSecret* libsecret() noexcept;

}  // namespace pennydrop::platform
