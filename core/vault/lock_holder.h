// SPDX-License-Identifier: Apache-2.0
// Who holds a file that is locked. Private to core/vault.
// Threads: plain function.
// Source: proc(5), "/proc/locks". fcntl(2) with F_GETLK tells too, but only through a descriptor of the file, and closing
// that drops every lock this process itself has on it.
#pragma once

#include <filesystem>
#include <string>

namespace pennydrop {

/// For the detail of an error: "held by process 1234", "held by this process", or "held by another program" where the
/// system does not say (other systems than Linux, file systems that number their devices in their own way).
[[nodiscard]] std::string lock_holder(const std::filesystem::path& path);

/// Whether another process has the database at `path` open. Only for one that this process has not. Asks the system,
/// not SQLite: its drive may hang, and holds up nobody else then. (Windows does not let anybody remove a file that is
/// open.)
[[nodiscard]] bool is_locked_elsewhere(const std::filesystem::path& path);

}  // namespace pennydrop
