// SPDX-License-Identifier: Apache-2.0
// Charts in one sentence each, in plain words, without praise or blame; and the words on their marks.
// Threads: pure functions, GUI thread (translations).
#pragma once

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

#include "base/types.h"
#include "insight/trends.h"
#include "journal/month_view.h"
#include "journal/taxonomy.h"

namespace pennydrop::app {

/// How many barriers stand where.
struct StateCounts {
    std::int64_t stuck{0};
    std::int64_t moving{0};
    std::int64_t cleared{0};
    std::int64_t not_said{0};

    [[nodiscard]] std::int64_t& of(std::optional<BarrierState> state);
    [[nodiscard]] std::int64_t all() const noexcept { return stuck + moving + cleared + not_said; }
};

class TrendWords final {
    Q_DECLARE_TR_FUNCTIONS(TrendWords)

public:
    /// "2026"
    [[nodiscard]] static QString year(std::chrono::year year);
    /// "March"
    [[nodiscard]] static QString month(CivilDate day);
    /// "March 2026"
    [[nodiscard]] static QString month_of_year(CivilDate day);
    /// "Blame, 2026"
    [[nodiscard]] static QString titled(const QString& what, const QString& when);
    /// "No entries", "1 entry", "5 entries"
    [[nodiscard]] static QString entries(std::int64_t number);
    /// "1 day", "12 days", "12.5 days"
    [[nodiscard]] static QString days_long(double days);

    /// `months` counts the days with entries of each month of the year.
    [[nodiscard]] static QString days(std::span<const SeriesPoint> months, std::chrono::year year);
    [[nodiscard]] static QString kinds(const DayCounts& counts, std::chrono::year year);
    /// `commonest` was counted `share.part` times of `share.whole`, as were the others of the first `tied`.
    [[nodiscard]] static QString hurdles(const QString& commonest, const Share& share, int tied,
                                         std::chrono::year year);
    [[nodiscard]] static QString learning(const Share& learned, std::chrono::year year);
    [[nodiscard]] static QString barriers(const StateCounts& counts, std::chrono::year year);
    /// "" when nothing was cleared.
    [[nodiscard]] static QString time_to_cleared(const TimeToCleared& time);

private:
    [[nodiscard]] static QString one_barrier(const StateCounts& counts, const QString& year);
};

}  // namespace pennydrop::app
