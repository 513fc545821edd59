// SPDX-License-Identifier: Apache-2.0
#include "journal/review_schedule.h"

#include <algorithm>

namespace pennydrop {

using std::chrono::days;
using std::chrono::sys_days;

bool ReviewSchedule::is_valid() const {
    const auto within = [](const ReviewInterval& one) {
        return one.months <= kMostReviewMonths && one.days <= kMostReviewDays && (one.months > 0 || one.days > 0);
    };
    // Months and days only compare where a month more makes up for fewer days: the shortest month has 28.
    constexpr int kShortestMonth = 28;
    const auto begins_later = [](const ReviewInterval& one, const ReviewInterval& next) {
        return one.months <= next.months && (next.months - one.months) * kShortestMonth + next.days > one.days;
    };
    for (std::size_t i = 1; i < intervals.size(); ++i) {
        if (!begins_later(intervals[i - 1], intervals[i])) {
            return false;
        }
    }
    return intervals.size() <= kMostReviewIntervals && std::ranges::all_of(intervals, within);
}

CivilDate later_by(CivilDate day, ReviewInterval interval) {
    const auto month = (day.year() / day.month()) + std::chrono::months{interval.months};
    const auto last = (month / std::chrono::last).day();
    return CivilDate{sys_days{month / std::min(day.day(), last)} + days{interval.days}};
}

std::optional<std::size_t> review_step(const ReviewSchedule& schedule, CivilDate day, CivilDate today) {
    std::optional<std::size_t> step;
    for (std::size_t i = 0; i < schedule.intervals.size(); ++i) {
        const CivilDate due = later_by(day, schedule.intervals[i]);
        if (sys_days{due} <= sys_days{today}) {
            step = sys_days{today} - sys_days{due} < kReviewOpenDays ? std::optional{i} : std::nullopt;
        }
    }
    return step;
}

}  // namespace pennydrop
