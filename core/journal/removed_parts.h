// SPDX-License-Identifier: Apache-2.0
// Follow-ups and decisions that were removed by themselves, while their entry stays. Private to core/journal.
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "base/types.h"
#include "vault/database.h"

namespace pennydrop {

/// Erases those removed before `before`, within the transaction of the caller. Returns how many.
[[nodiscard]] Result<std::int64_t> erase_removed_parts(Connection& database, Timestamp before);

}  // namespace pennydrop
