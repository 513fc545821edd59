// SPDX-License-Identifier: Apache-2.0
// Days as conditions of a statement: the moments that may belong to them anywhere on earth, for an index, and the
// civil microseconds that do, for the entry's own offset. Private to core/journal.
// Threads: pure functions over a statement of the calling thread.
#pragma once

#include <cstdint>

#include "base/types.h"
#include "journal/day_range.h"
#include "journal/rows.h"
#include "vault/database.h"

namespace pennydrop {

/// The greatest distance of a civil time from UTC (UtcOffset).
inline constexpr std::int64_t kMicrosOfOffset = 18LL * 60 * 60 * 1'000'000;

/// Binds four parameters: occurred_at lies between the first and the second, occurred_at + utc_offset * 60000000
/// between the third and the fourth, ends included.
inline void bind_range(Statement& statement, int parameter, const DayRange& range) {
    const std::int64_t begin = day_number(range.first) * kMicrosOfDay;
    const std::int64_t end = (day_number(range.last) + 1) * kMicrosOfDay - 1;
    statement.bind(parameter, begin - kMicrosOfOffset);
    statement.bind(parameter + 1, end + kMicrosOfOffset);
    statement.bind(parameter + 2, begin);
    statement.bind(parameter + 3, end);
}

}  // namespace pennydrop
