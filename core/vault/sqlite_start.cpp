// SPDX-License-Identifier: Apache-2.0
#include "vault/sqlite_start.h"

#include <sqlite3.h>

#include "vault/private_files.h"
#include "vault/sqlite_memory.h"

namespace pennydrop {

Result<sqlite3_vfs*> start_sqlite(sqlite3_vfs* below) {
    if (!wipe_freed_sqlite_memory()) {
        return fail(ErrorCode::kInternal, "SQLite was started before the first vault was opened");
    }
    if (!make_files_private()) {
        return fail(ErrorCode::kInternal, "SQLite would make files that others may read");
    }
    sqlite3_vfs* const vfs = below != nullptr ? below : sqlite3_vfs_find(nullptr);
    return vfs != nullptr ? Result<sqlite3_vfs*>{vfs} : fail(ErrorCode::kInternal, "SQLite knows no file system");
}

}  // namespace pennydrop
