// SPDX-License-Identifier: Apache-2.0
// When the sample journal's entries were written: British civil time, working weeks, shifts, holidays, and the
// stretches of days in which one voice writes, so that a screenful reads as one person's.
// Threads: plain values and pure functions; a calendar may be read by several threads.
// Source: The Summer Time Order 2002 (from 01:00 GMT on the last Sunday in March to 01:00 GMT on the last in October).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/types.h"
#include "journal/sample_random.h"
#include "journal/sample_texts.h"

namespace pennydrop::sample {

/// A moment as the clock on a British wall shows it. The present rule is applied to every year.
[[nodiscard]] LocalTime british_time(Timestamp at) noexcept;

/// The moment `minutes` after midnight by the clock on the wall; the earlier one where the clock shows it twice.
[[nodiscard]] LocalTime british_time(std::chrono::sys_days day, int minutes) noexcept;

/// Minutes since midnight by the clock on the wall.
[[nodiscard]] int minute_of_day(const LocalTime& time) noexcept;

class SampleCalendar {
public:
    /// The `days` days up to and including that of `end`, at least one.
    SampleCalendar(std::uint64_t seed, LocalTime end, int days);

    /// `count` moments in no particular order, none after `end` nor more than the calendar's days before it; at least
    /// one on each of the last three days, and three within 24 hours of `end`, where count and days allow.
    [[nodiscard]] std::vector<LocalTime> moments(std::size_t count, SampleRandom& random) const;

    [[nodiscard]] Voices voice_at(const LocalTime& time) const noexcept;

    /// How far through the journal a moment is: 0 at its oldest day to 1000 at its end.
    [[nodiscard]] int permille_at(const LocalTime& time) const noexcept;

private:
    struct Day {
        Voices voice{kCommunity};
        bool nights{false};  ///< Of the ward's shifts.
        std::size_t weight{0};
    };

    [[nodiscard]] std::size_t days_ago(const LocalTime& time) const noexcept;
    [[nodiscard]] std::chrono::sys_days date_of(std::size_t days_ago) const noexcept;
    [[nodiscard]] bool fits(const LocalTime& time) const noexcept;
    [[nodiscard]] LocalTime moment_on(std::size_t days_ago, SampleRandom& random) const;
    [[nodiscard]] LocalTime moment_within_a_day(SampleRandom& random) const;
    [[nodiscard]] std::size_t weight_of(std::size_t days_ago, SampleRandom& random) const noexcept;
    void choose_voices(SampleRandom& random);

    LocalTime end_;
    Timestamp start_;
    std::chrono::sys_days last_day_;
    std::vector<Day> days_;  ///< By days before the last.
};

}  // namespace pennydrop::sample
