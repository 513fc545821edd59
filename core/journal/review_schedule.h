// SPDX-License-Identifier: Apache-2.0
// When an entry comes back: after these intervals, counted on its own calendar.
// Threads: plain values and pure functions.
// Specification: docs/reviewing.md.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/types.h"

namespace pennydrop {

/// Days and calendar months after a day.
struct ReviewInterval {
    std::uint8_t months{0};
    std::uint16_t days{0};

    auto operator<=>(const ReviewInterval&) const noexcept = default;
};

inline constexpr std::size_t kMostReviewIntervals = 6;
/// About ten years.
inline constexpr std::uint8_t kMostReviewMonths = 120;
inline constexpr std::uint16_t kMostReviewDays = 3650;

/// Up to kMostReviewIntervals of them, each longer than the one before. None: nothing comes back by itself but for-now
/// decisions and "on this day".
struct ReviewSchedule {
    std::vector<ReviewInterval> intervals{{.months = 0, .days = 7}, {.months = 1, .days = 0}, {.months = 3, .days = 0}};

    /// Within the limits above, and rising wherever it begins.
    [[nodiscard]] bool is_valid() const;
    bool operator==(const ReviewSchedule&) const = default;
};

/// `months` later on the calendar, on its last day where the month is too short (31 January, 28 February), and `days`
/// after that.
[[nodiscard]] CivilDate later_by(CivilDate day, ReviewInterval interval);

/// The place in the schedule that `today` falls into, for an entry of `day`: the last interval that has passed, as long
/// as it is open. Nothing before the first one, and when the last one passed too long ago (kReviewOpenDays).
[[nodiscard]] std::optional<std::size_t> review_step(const ReviewSchedule& schedule, CivilDate day, CivilDate today);

/// An entry that was not looked at goes by itself after these days, and comes back with the next interval.
inline constexpr std::chrono::days kReviewOpenDays{14};

}  // namespace pennydrop
