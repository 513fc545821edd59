// SPDX-License-Identifier: Apache-2.0
// What a year of the journal holds, counted; and how that becomes charts: their marks and tables here, their sentences
// in trend_words.h.
// Threads: ask_year() runs on the vault's thread; the rest are pure functions of the GUI thread (translations).
#pragma once

#include <QCoreApplication>

#include <chrono>
#include <optional>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/journal.h"
#include "trend_chart.h"

namespace pennydrop::app {

struct TrendYear {
    std::optional<DayRange> span{};  ///< Of the whole journal; nothing when it is empty.
    std::chrono::year year{};
    std::vector<DayKindCount> days{};
    std::vector<ThemeCount> hurdles{};
    LearningCount learning{};
    std::vector<BarrierStanding> barriers{};

    [[nodiscard]] DayRange range() const;
};

/// Of `year`, or the year nearest to it that lies between the first and the last entry; of the last one's where none is
/// given.
[[nodiscard]] Result<TrendYear> ask_year(Journal& journal, std::optional<std::chrono::year> year);

class TrendCharts final {
    Q_DECLARE_TR_FUNCTIONS(TrendCharts)

public:
    /// The hurdles that fit a chart; the table has all of them.
    static constexpr std::size_t kMostHurdles = 6;

    /// A mark for each day that has entries: its column is the day of the month, its line the month, both from 0.
    [[nodiscard]] static ChartContent days(const TrendYear& year);
    /// A mark for each kind of each month: its column is the month, its line the kind, both from 0. Its table has the
    /// months up to that of `today`.
    [[nodiscard]] static ChartContent kinds(const TrendYear& year, CivilDate today);
    [[nodiscard]] static ChartContent hurdles(const TrendYear& year);
    [[nodiscard]] static ChartContent learning(const TrendYear& year);
    [[nodiscard]] static ChartContent barriers(const TrendYear& year);
};

}  // namespace pennydrop::app
