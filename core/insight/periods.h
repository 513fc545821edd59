// SPDX-License-Identifier: Apache-2.0
// Days, weeks, months and quarters of the civil calendar: what trends are counted by. There is no time of day and no
// time zone here; a day is what the calendar on the wall said.
// Threads: pure functions.
// Source: ISO 8601 (a week begins on Monday).
#pragma once

#include <cstdint>
#include <vector>

#include "base/types.h"

namespace pennydrop {

enum class PeriodLength { kDay, kWeek, kMonth, kQuarter };

/// From `first` to `last`, both included.
struct Period {
    CivilDate first{};
    CivilDate last{};

    bool operator==(const Period&) const = default;
};

/// Dates are expected to be ok(), here and below.
[[nodiscard]] Period period_of(CivilDate day, PeriodLength length);
[[nodiscard]] Period period_after(const Period& period, PeriodLength length);
[[nodiscard]] Period period_before(const Period& period, PeriodLength length);

/// Whole periods, rising, that have a day from `first` to `last`; none when `last` is earlier.
[[nodiscard]] std::vector<Period> periods_between(CivilDate first, CivilDate last, PeriodLength length);

[[nodiscard]] CivilDate days_after(CivilDate day, std::int64_t days);
/// Negative when `to` is earlier.
[[nodiscard]] std::int64_t days_between(CivilDate from, CivilDate to);

}  // namespace pennydrop
