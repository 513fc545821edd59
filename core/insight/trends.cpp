// SPDX-License-Identifier: Apache-2.0
#include "insight/trends.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pennydrop {

std::vector<SeriesPoint> series_of(std::span<const DayCount> days, CivilDate first, CivilDate last,
                                   PeriodLength length) {
    std::vector<SeriesPoint> series;
    for (const Period& period : periods_between(first, last, length)) {
        series.push_back({.period = period});
    }
    for (const DayCount& day : days) {
        if (day.day < first || day.day > last) {
            continue;
        }
        const auto after =
            std::ranges::upper_bound(series, day.day, {}, [](const SeriesPoint& point) { return point.period.first; });
        std::prev(after)->count += day.count;
    }
    return series;
}

std::vector<RankedCode> ranked(std::vector<CodeCount> counts) {
    std::erase_if(counts, [](const CodeCount& count) { return count.count <= 0; });
    std::ranges::sort(counts, [](const CodeCount& a, const CodeCount& b) {
        return std::tie(b.count, a.code) < std::tie(a.count, b.code);
    });
    std::int64_t whole = 0;
    for (const CodeCount& count : counts) {
        whole += count.count;
    }
    std::vector<RankedCode> ranking;
    std::int64_t so_far = 0;
    for (CodeCount& count : counts) {
        so_far += count.count;
        const bool is_tied = !ranking.empty() && ranking.back().count == count.count;
        ranking.push_back({.code = std::move(count.code),
                           .count = count.count,
                           .rank = is_tied ? ranking.back().rank : static_cast<int>(ranking.size()) + 1,
                           .cumulative = static_cast<double>(so_far) / static_cast<double>(whole)});
    }
    return ranking;
}

std::optional<double> Share::fraction() const noexcept {
    if (whole <= 0) {
        return std::nullopt;
    }
    return static_cast<double>(part) / static_cast<double>(whole);
}

TimeToCleared time_to_cleared(std::span<const Clearing> clearings) {
    TimeToCleared result;
    std::vector<std::int64_t> days;
    for (const Clearing& clearing : clearings) {
        if (clearing.cleared) {
            days.push_back(std::max<std::int64_t>(0, days_between(clearing.named, *clearing.cleared)));
        } else {
            ++result.open;
        }
    }
    result.cleared = static_cast<std::int64_t>(days.size());
    result.median_days = median(std::move(days));
    return result;
}

std::optional<double> median(std::vector<std::int64_t> values) {
    if (values.empty()) {
        return std::nullopt;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    const auto upper = static_cast<double>(*middle);
    if (values.size() % 2 == 1) {
        return upper;
    }
    return (upper + static_cast<double>(*std::max_element(values.begin(), middle))) / 2;
}

}  // namespace pennydrop
