// SPDX-License-Identifier: Apache-2.0
// SQLite's own memory: pages, rows and statements in the clear. SQLite gives it back as it is; with this it is
// overwritten first, so that a closed vault leaves none of it behind.
// Threads: any.
// Source: https://www.sqlite.org/malloc.html, sqlite3_config(SQLITE_CONFIG_MALLOC).
#pragma once

namespace pennydrop {

/// Puts the wiping allocator under SQLite, once per process and before anything else uses SQLite; every way into a
/// vault asks for it (start_sqlite()). False when somebody started SQLite earlier in this process: then it keeps the
/// allocator it has.
bool wipe_freed_sqlite_memory() noexcept;

}  // namespace pennydrop
