// SPDX-License-Identifier: Apache-2.0
#include "trend_year.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "civil_time.h"
#include "count_words.h"
#include "insight/trends.h"
#include "labels.h"
#include "life_words.h"
#include "trend_words.h"
#include "vocabulary.h"

namespace pennydrop::app {
namespace {

constexpr std::array kKinds{EntryKind::kSetback, EntryKind::kLightBulb, EntryKind::kBarrier};

struct State {
    EntryProgress progress;
    std::optional<BarrierState> state;
    EntryMarks::Mark sign;
};

constexpr std::array kStates{State{EntryProgress::kStuck, BarrierState::kStuck, EntryMarks::Stuck},
                             State{EntryProgress::kMoving, BarrierState::kMoving, EntryMarks::Moving},
                             State{EntryProgress::kCleared, BarrierState::kCleared, EntryMarks::Cleared},
                             State{EntryProgress::kStateNotSaid, std::nullopt, EntryMarks::None}};

void add(DayCounts& counts, EntryKind kind, std::int64_t entries) {
    switch (kind) {
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

DayCounts only(EntryKind kind, std::int64_t entries) {
    DayCounts counts;
    add(counts, kind, entries);
    return counts;
}

/// By day, in order.
std::vector<DayCounts> by_day(const std::vector<DayKindCount>& counts) {
    std::vector<DayCounts> days;
    for (const DayKindCount& count : counts) {
        if (days.empty() || days.back().day != count.day) {
            days.push_back({.day = count.day});
        }
        add(days.back(), count.kind, count.count);
    }
    return days;
}

/// Of one kind, month by month.
std::vector<SeriesPoint> months_of(const TrendYear& year, EntryKind kind) {
    std::vector<DayCount> days;
    for (const DayKindCount& count : year.days) {
        if (count.kind == kind) {
            days.push_back({.day = count.day, .count = count.count});
        }
    }
    return series_of(days, year.range().first, year.range().last, PeriodLength::kMonth);
}

double share_of(std::int64_t part, std::int64_t whole) {
    return Share{.part = part, .whole = whole}.fraction().value_or(0);
}

std::optional<TrendMark> mark_if(std::int64_t entries, const TrendMark& mark) {
    return entries > 0 ? std::optional(mark) : std::nullopt;
}

}  // namespace

DayRange TrendYear::range() const {
    return {year / std::chrono::January / 1, year / std::chrono::December / 31};
}

Result<TrendYear> ask_year(Journal& journal, std::optional<std::chrono::year> year) {
    const TrendQueries& trends = journal.trends();
    auto span = trends.span();
    if (!span) {
        return pass_on(span);
    }
    TrendYear counts{.span = *span};
    if (!counts.span) {
        return counts;
    }
    const auto last = counts.span->last.year();
    counts.year = std::clamp(year.value_or(last), counts.span->first.year(), last);
    auto days = trends.days(counts.range());
    if (!days) {
        return pass_on(days);
    }
    auto hurdles = trends.hurdles(counts.range());
    if (!hurdles) {
        return pass_on(hurdles);
    }
    auto learning = trends.learning(counts.range());
    if (!learning) {
        return pass_on(learning);
    }
    auto barriers = trends.barriers(counts.range());
    if (!barriers) {
        return pass_on(barriers);
    }
    counts.days = std::move(*days);
    counts.hurdles = std::move(*hurdles);
    counts.learning = *learning;
    counts.barriers = std::move(*barriers);
    return counts;
}

ChartContent TrendCharts::days(const TrendYear& year) {
    ChartContent chart;
    std::vector<DayCount> written;
    for (const DayCounts& day : by_day(year.days)) {
        const QString label = Labels::full_day(to_qdate(day.day));
        chart.marks.push_back({.label = label,
                               .value = CountWords::of(day),
                               .title = label,
                               .number = day.all(),
                               .counts = day,
                               .column = static_cast<int>(static_cast<unsigned>(day.day.day())) - 1,
                               .line = static_cast<int>(static_cast<unsigned>(day.day.month())) - 1,
                               .mark = TrendMark{.days = {day.day, day.day}}});
        written.push_back({.day = day.day, .count = 1});
    }
    chart.reading =
        TrendWords::days(series_of(written, year.range().first, year.range().last, PeriodLength::kMonth), year.year);
    chart.table = chart.marks;
    return chart;
}

ChartContent TrendCharts::kinds(const TrendYear& year, CivilDate today) {
    ChartContent chart;
    std::array<std::vector<SeriesPoint>, kKinds.size()> series;
    std::vector<DayCounts> months;
    DayCounts all;
    std::int64_t most = 0;
    for (std::size_t line = 0; line < kKinds.size(); ++line) {
        series.at(line) = months_of(year, kKinds.at(line));
        months.resize(series.at(line).size());
        for (std::size_t month = 0; month < months.size(); ++month) {
            const SeriesPoint& point = series.at(line)[month];
            months[month].day = point.period.first;
            add(months[month], kKinds.at(line), point.count);
            add(all, kKinds.at(line), point.count);
            most = std::max(most, point.count);
        }
    }
    for (std::size_t line = 0; line < kKinds.size(); ++line) {
        for (std::size_t month = 0; month < months.size(); ++month) {
            const SeriesPoint& point = series.at(line)[month];
            if (point.count == 0) {
                continue;
            }
            const DayCounts counts = only(kKinds.at(line), point.count);
            chart.marks.push_back(
                {.label = TrendWords::month(point.period.first),
                 .value = CountWords::of(counts),
                 .title = TrendWords::titled(Vocabulary::label(kKinds.at(line)),
                                             TrendWords::month_of_year(point.period.first)),
                 .number = point.count,
                 .share = share_of(point.count, most),
                 .counts = counts,
                 .column = static_cast<int>(month),
                 .line = static_cast<int>(line),
                 .mark = TrendMark{.days = {point.period.first, point.period.last}, .kind = kKinds.at(line)}});
        }
    }
    for (const DayCounts& month : months) {
        if (month.day > today && month.all() == 0) {
            continue;
        }
        const Period period = period_of(month.day, PeriodLength::kMonth);
        chart.table.push_back({.label = TrendWords::month(month.day),
                               .value = CountWords::of(month),
                               .title = TrendWords::month_of_year(month.day),
                               .number = month.all(),
                               .counts = month,
                               .mark = mark_if(month.all(), {.days = {period.first, period.last}})});
    }
    chart.reading = TrendWords::kinds(all, year.year);
    return chart;
}

ChartContent TrendCharts::hurdles(const TrendYear& year) {
    ChartContent chart;
    std::vector<CodeCount> counts;
    std::int64_t all = 0;
    for (const ThemeCount& hurdle : year.hurdles) {
        counts.push_back({.code = std::string{hurdle.theme.code()}, .count = hurdle.count});
        all += hurdle.count;
    }
    const std::vector<RankedCode> ranking = ranked(std::move(counts));
    for (const RankedCode& hurdle : ranking) {
        const auto theme = Theme::from_stored(hurdle.code);
        const QString name = Vocabulary::label(theme);
        //: A hurdle that a later version of the program knows by name.
        const QString label = name.isEmpty() ? tr("A hurdle this version has no name for") : name;
        chart.table.push_back({.label = label,
                               .value = TrendWords::entries(hurdle.count),
                               .title = TrendWords::titled(label, TrendWords::year(year.year)),
                               .number = hurdle.count,
                               .share = share_of(hurdle.count, ranking.front().count),
                               .mark = TrendMark{.days = year.range(), .theme = theme, .with_hurdle = true}});
    }
    const std::size_t shown = std::min(chart.table.size(), kMostHurdles);
    chart.marks.assign(chart.table.begin(), chart.table.begin() + static_cast<std::ptrdiff_t>(shown));
    const auto first = std::ranges::count(ranking, 1, &RankedCode::rank);
    chart.reading = TrendWords::hurdles(chart.table.empty() ? QString() : chart.table.front().label,
                                        {.part = ranking.empty() ? 0 : ranking.front().count, .whole = all},
                                        static_cast<int>(first), year.year);
    const auto hidden = chart.table.size() - shown;
    if (hidden == 1) {
        chart.note = tr("1 more is in the table.");
    } else if (hidden > 1) {
        //: Below a chart of the commonest hurdles.
        chart.note = tr("%n more are in the table.", "", static_cast<int>(hidden));
    }
    return chart;
}

ChartContent TrendCharts::learning(const TrendYear& year) {
    ChartContent chart;
    const LearningCount& count = year.learning;
    chart.reading = TrendWords::learning({.part = count.learned, .whole = count.setbacks}, year.year);
    if (count.setbacks == 0) {
        return chart;
    }
    const LifeWords words;
    const auto add_row = [&](EntryMarks::Mark sign, EntryProgress progress, std::int64_t number) {
        const QString label = words.markLabel(sign);
        const QString value = number == 0 ? TrendWords::entries(0) : CountWords::of({.setbacks = number});
        chart.marks.push_back({.label = label,
                               .value = value,
                               .title = TrendWords::titled(label, TrendWords::year(year.year)),
                               .number = number,
                               .share = share_of(number, count.setbacks),
                               .sign = sign,
                               .mark = mark_if(number, {.days = year.range(), .progress = progress})});
    };
    add_row(EntryMarks::Learned, EntryProgress::kLearned, count.learned);
    add_row(EntryMarks::Open, EntryProgress::kOpen, count.setbacks - count.learned);
    chart.table = chart.marks;
    return chart;
}

ChartContent TrendCharts::barriers(const TrendYear& year) {
    ChartContent chart;
    StateCounts counts;
    std::vector<Clearing> clearings;
    for (const BarrierStanding& barrier : year.barriers) {
        ++counts.of(barrier.state);
        // Of one that is cleared nobody knows when, nothing can be said.
        if (barrier.state != BarrierState::kCleared || barrier.cleared) {
            clearings.push_back({.named = barrier.named, .cleared = barrier.cleared});
        }
    }
    chart.reading = TrendWords::barriers(counts, year.year);
    if (year.barriers.empty()) {
        return chart;
    }
    const auto all = static_cast<std::int64_t>(year.barriers.size());
    for (const State& state : kStates) {
        const std::int64_t number = counts.of(state.state);
        if (!state.state && number == 0) {
            continue;
        }
        //: Of a barrier: nobody said whether it is stuck, moving or cleared.
        const QString label = state.state ? LifeWords::label(*state.state) : tr("Not said");
        const QString value = number == 0 ? TrendWords::entries(0) : CountWords::of({.barriers = number});
        chart.marks.push_back({.label = label,
                               .value = value,
                               .title = TrendWords::titled(label, TrendWords::year(year.year)),
                               .number = number,
                               .share = share_of(number, all),
                               .sign = state.sign,
                               .mark = mark_if(number, {.days = year.range(), .progress = state.progress})});
    }
    chart.table = chart.marks;
    const TimeToCleared time = time_to_cleared(clearings);
    chart.note = TrendWords::time_to_cleared(time);
    if (time.median_days) {
        chart.table.push_back({.label = tr("From named to cleared, the middle of all times"),
                               .value = TrendWords::days_long(*time.median_days)});
    }
    return chart;
}

}  // namespace pennydrop::app
