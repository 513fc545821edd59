// SPDX-License-Identifier: Apache-2.0
// Files that SQLite makes belong to one person from their first moment on: SQLite itself makes them readable for
// everybody whom the umask does not keep out, and a chmod() afterwards leaves a moment in which somebody may open one.
// Private to core/vault.
// Threads: any.
// Source: https://www.sqlite.org/c3ref/vfs.html, xSetSystemCall; os_unix.c, robust_open().
#pragma once

namespace pennydrop {

/// Once per process, before anything of a vault is opened: what SQLite's own file systems make from now on has no
/// rights but its owner's, whatever the umask. False when this SQLite does not let itself be told. (On Windows a file
/// has the rights of its folder.)
bool make_files_private() noexcept;

}  // namespace pennydrop
