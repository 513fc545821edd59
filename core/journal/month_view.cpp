// SPDX-License-Identifier: Apache-2.0
#include "journal/month_view.h"

#include "journal/bind_days.h"
#include "journal/rows.h"
#include "journal/taxonomy.h"

namespace pennydrop {
namespace {

void count(DayCounts& counts, std::int64_t kind, std::int64_t entries) {
    switch (static_cast<EntryKind>(kind)) {
        case EntryKind::kSetback:
            counts.setbacks += entries;
            break;
        case EntryKind::kLightBulb:
            counts.light_bulbs += entries;
            break;
        case EntryKind::kBarrier:
            counts.barriers += entries;
            break;
    }
}

}  // namespace

Result<std::vector<DayCounts>> MonthView::days(std::chrono::year_month month) const {
    if (!month.ok()) {
        return fail(ErrorCode::kInvalid, "no such month");
    }
    const DayRange range{month / std::chrono::day{1}, CivilDate{month / std::chrono::last}};
    // The index entry_timeline knows all of this. Civil microseconds are made greater than zero before they are
    // divided, because SQL rounds towards zero.
    auto select = database_->prepare(
        "SELECT (occurred_at + utc_offset * 60000000 - ?3) / 86400000000 AS day, kind, count(*) FROM entry"
        " WHERE removed_at IS NULL AND occurred_at BETWEEN ?1 AND ?2"
        " AND occurred_at + utc_offset * 60000000 BETWEEN ?3 AND ?4 GROUP BY day, kind ORDER BY day");
    if (!select) {
        return pass_on(select);
    }
    bind_range(*select, 1, range);
    const std::int64_t first = day_number(range.first);
    std::vector<DayCounts> days;
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return days;
        }
        const CivilDate day = day_of_number(first + select->integer(0));
        if (days.empty() || days.back().day != day) {
            days.push_back({.day = day});
        }
        count(days.back(), select->integer(1), select->integer(2));
    }
}

}  // namespace pennydrop
