// SPDX-License-Identifier: Apache-2.0
// What trends show, made of counts: a series over periods, a ranking, a share, and how long clearing took. Nothing is
// estimated or smoothed, and nothing that was not said is counted as zero by mistake: a share of nothing is no share.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/types.h"
#include "insight/periods.h"

namespace pennydrop {

struct DayCount {
    CivilDate day{};
    std::int64_t count{0};

    bool operator==(const DayCount&) const = default;
};

struct SeriesPoint {
    Period period{};
    std::int64_t count{0};

    bool operator==(const SeriesPoint&) const = default;
};

/// One point for each period that has a day from `first` to `last`, 0 where nothing was counted. Days outside these two
/// are left out; several counts of a day are added up; their order does not matter.
[[nodiscard]] std::vector<SeriesPoint> series_of(std::span<const DayCount> days, CivilDate first, CivilDate last,
                                                 PeriodLength length);

struct CodeCount {
    std::string code{};
    std::int64_t count{0};

    bool operator==(const CodeCount&) const = default;
};

struct RankedCode {
    std::string code{};
    std::int64_t count{0};
    int rank{0};           ///< From 1; the same for the same count, and the next is further on (1, 2, 2, 4).
    double cumulative{0};  ///< Of all that was counted, the part up to and with this one: 0 to 1.

    bool operator==(const RankedCode&) const = default;
};

/// The commonest first; those with the same count by code. What was never counted is left out.
[[nodiscard]] std::vector<RankedCode> ranked(std::vector<CodeCount> counts);

/// Part of a whole.
struct Share {
    std::int64_t part{0};
    std::int64_t whole{0};

    /// 0 to 1; nothing where there is no whole.
    [[nodiscard]] std::optional<double> fraction() const noexcept;
    bool operator==(const Share&) const = default;
};

/// A thing that was named on a day and cleared on another, or not yet.
struct Clearing {
    CivilDate named{};
    std::optional<CivilDate> cleared{};
};

/// How long clearing took, of those that were cleared; the others are counted, because a median of the cleared alone
/// looks quicker than it is.
struct TimeToCleared {
    std::int64_t cleared{0};
    std::int64_t open{0};
    std::optional<double>
        median_days{};  ///< Half a day between two middle ones is possible. Nothing when none is cleared.

    bool operator==(const TimeToCleared&) const = default;
};

/// One that was cleared before it was named (somebody changed a date) counts as cleared on the day.
[[nodiscard]] TimeToCleared time_to_cleared(std::span<const Clearing> clearings);

/// The middle value, or the mean of the two middle ones; nothing of nothing.
[[nodiscard]] std::optional<double> median(std::vector<std::int64_t> values);

}  // namespace pennydrop
