// SPDX-License-Identifier: Apache-2.0
#include "vault/sqlite_memory.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/secret.h"

namespace pennydrop {
namespace {

/// SQLite's own allocator. Written once, before SQLite starts; only read afterwards.
sqlite3_mem_methods below{};

void wipe_and_free(void* memory) {
    if (memory != nullptr) {
        wipe_memory({static_cast<std::uint8_t*>(memory), static_cast<std::size_t>(below.xSize(memory))});
        below.xFree(memory);
    }
}

/// Never grows in place: the allocator below would move the block and leave the old one as it is.
void* wiping_realloc(void* memory, int size) {
    const int present = below.xSize(memory);
    if (size <= present && size > present / 2) {
        return memory;
    }
    void* const moved = below.xMalloc(size);
    if (moved != nullptr) {
        std::memcpy(moved, memory, static_cast<std::size_t>(std::min(present, size)));
        wipe_and_free(memory);
    }
    return moved;
}

bool install() noexcept {
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &below) != SQLITE_OK) {
        return false;
    }
    sqlite3_mem_methods wiping = below;
    wiping.xFree = wipe_and_free;
    wiping.xRealloc = wiping_realloc;
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &wiping) == SQLITE_OK;
}

}  // namespace

bool wipe_freed_sqlite_memory() noexcept {
    static const bool installed = install();
    return installed;
}

}  // namespace pennydrop
