// SPDX-License-Identifier: Apache-2.0
#include "insight/periods.h"

#include <chrono>

namespace pennydrop {
namespace {

using namespace std::chrono;

constexpr unsigned kMonthsOfQuarter = 3;

CivilDate last_of(year_month month) {
    return CivilDate{month / last};
}

}  // namespace

Period period_of(CivilDate day, PeriodLength length) {
    const year_month month{day.year(), day.month()};
    switch (length) {
        case PeriodLength::kDay:
            break;
        case PeriodLength::kWeek: {
            const sys_days date{day};
            const sys_days monday = date - (weekday{date} - Monday);
            return {CivilDate{monday}, CivilDate{monday + days{6}}};
        }
        case PeriodLength::kMonth:
            return {month / 1, last_of(month)};
        case PeriodLength::kQuarter: {
            const unsigned into = (static_cast<unsigned>(day.month()) - 1) % kMonthsOfQuarter;
            const year_month begin = month - months{into};
            return {begin / 1, last_of(begin + months{kMonthsOfQuarter - 1})};
        }
    }
    return {day, day};
}

Period period_after(const Period& period, PeriodLength length) {
    return period_of(days_after(period.last, 1), length);
}

Period period_before(const Period& period, PeriodLength length) {
    return period_of(days_after(period.first, -1), length);
}

std::vector<Period> periods_between(CivilDate first, CivilDate last, PeriodLength length) {
    std::vector<Period> periods;
    if (last < first) {
        return periods;
    }
    for (Period period = period_of(first, length); period.first <= last; period = period_after(period, length)) {
        periods.push_back(period);
    }
    return periods;
}

CivilDate days_after(CivilDate day, std::int64_t days) {
    return CivilDate{sys_days{day} + std::chrono::days{days}};
}

std::int64_t days_between(CivilDate from, CivilDate to) {
    return (sys_days{to} - sys_days{from}).count();
}

}  // namespace pennydrop
