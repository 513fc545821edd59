// SPDX-License-Identifier: Apache-2.0
// What has to be so before SQLite touches anything of a vault: whoever opens one of its files asks here first.
// Threads: any.
#pragma once

#include "base/result.h"

struct sqlite3_vfs;

namespace pennydrop {

/// `below`, or the system's own file system when it is null. kInternal, and nothing may be opened, when SQLite was
/// started by somebody else in this process and so would give back pages in the clear (sqlite_memory.h), or when it
/// would make files that others may read (private_files.h).
[[nodiscard]] Result<sqlite3_vfs*> start_sqlite(sqlite3_vfs* below);

}  // namespace pennydrop
