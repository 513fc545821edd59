// SPDX-License-Identifier: Apache-2.0
// What has to be so before SQLite touches anything of a vault: whoever opens one of its files asks here first. Private
// to core/vault.
// Threads: any.
#pragma once

#include "base/result.h"

struct sqlite3_vfs;

namespace pennydrop {

/// `below`, or the system's own file system when it is null. kInternal, and nothing may be opened, when SQLite was
/// started by somebody else in this process: then it would give back pages in the clear (sqlite_memory.h).
[[nodiscard]] Result<sqlite3_vfs*> start_sqlite(sqlite3_vfs* below);

}  // namespace pennydrop
