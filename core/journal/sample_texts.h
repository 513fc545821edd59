// SPDX-License-Identifier: Apache-2.0
// The hand-written texts of the sample journal, and where in two years each of them would be believed: whose voice it
// is, on which days, months and hours it could have been written, and in which part of the journal a story has reached
// this point. All people, places and events are made up.
// Threads: constant data.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "journal/taxonomy.h"

namespace pennydrop::sample {

/// Whose working life a text comes from; a set of them.
using Voices = std::uint8_t;
inline constexpr Voices kWard = 1;
inline constexpr Voices kCommunity = 2;
inline constexpr Voices kSocialWork = 4;
inline constexpr Voices kCouncil = 8;
inline constexpr Voices kAnyone = 15;

/// Days of the week; a set of them.
using Weekdays = std::uint8_t;
inline constexpr Weekdays kMonday = 1;
inline constexpr Weekdays kTuesday = 2;
inline constexpr Weekdays kWednesday = 4;
inline constexpr Weekdays kThursday = 8;
inline constexpr Weekdays kFriday = 16;
inline constexpr Weekdays kSaturday = 32;
inline constexpr Weekdays kSunday = 64;
inline constexpr Weekdays kWeekdays = 31;
inline constexpr Weekdays kWeekend = kSaturday | kSunday;
inline constexpr Weekdays kEveryDay = 127;

/// From `first` up to and including `last`, round the end of the year or of the day where `first` is the greater.
struct Cycle {
    int first;
    int last;

    [[nodiscard]] constexpr bool contains(int value) const noexcept {
        return first <= last ? first <= value && value <= last : first <= value || value <= last;
    }
    constexpr bool operator==(const Cycle&) const noexcept = default;
};

inline constexpr Cycle kAllYear{1, 12};
inline constexpr Cycle kWakingHours{6, 23};
inline constexpr Cycle kAllHours{0, 23};

/// One text. Made by setback(), light_bulb() or barrier() and narrowed by the functions that follow.
struct SampleText {
    EntryKind kind;
    std::string_view theme;  ///< A code of the list that belongs to the kind; empty for none.
    std::uint8_t level;      ///< SystemLevel as a number; 0 for none.
    std::string_view text;
    Voices voices{0};  ///< 0: those of the shelf it stands on.
    Weekdays weekdays{kEveryDay};
    Cycle written_months{kAllYear};
    Cycle written_hours{kWakingHours};
    int first_permille{0};  ///< The part of the journal, oldest is 0, in which this text is believed.
    int last_permille{1000};
    bool recurring{false};  ///< So ordinary that a person may well write it again.

    [[nodiscard]] constexpr SampleText by(int who) const noexcept {
        SampleText copy{*this};
        copy.voices = static_cast<Voices>(who);
        return copy;
    }
    [[nodiscard]] constexpr SampleText on(int days) const noexcept {
        SampleText copy{*this};
        copy.weekdays = static_cast<Weekdays>(days);
        return copy;
    }
    [[nodiscard]] constexpr SampleText months(int first, int last) const noexcept {
        SampleText copy{*this};
        copy.written_months = {first, last};
        return copy;
    }
    /// From the beginning of hour `from` to the beginning of hour `to`, past midnight where `to` is the smaller.
    [[nodiscard]] constexpr SampleText hours(int from, int to) const noexcept {
        SampleText copy{*this};
        copy.written_hours = {from, to - 1};
        return copy;
    }
    [[nodiscard]] constexpr SampleText during(int first, int last) const noexcept {
        SampleText copy{*this};
        copy.first_permille = first;
        copy.last_permille = last;
        return copy;
    }
    [[nodiscard]] constexpr SampleText again() const noexcept {
        SampleText copy{*this};
        copy.recurring = true;
        if (copy.written_hours == kWakingHours) {
            copy.written_hours = kAllHours;
        }
        return copy;
    }
};

[[nodiscard]] constexpr SampleText setback(std::string_view theme, std::uint8_t level, std::string_view text) noexcept {
    return {.kind = EntryKind::kSetback, .theme = theme, .level = level, .text = text};
}
[[nodiscard]] constexpr SampleText light_bulb(std::string_view theme, std::uint8_t level,
                                              std::string_view text) noexcept {
    return {.kind = EntryKind::kLightBulb, .theme = theme, .level = level, .text = text};
}
[[nodiscard]] constexpr SampleText barrier(std::string_view theme, std::uint8_t level, std::string_view text) noexcept {
    return {.kind = EntryKind::kBarrier, .theme = theme, .level = level, .text = text};
}

/// Texts that come from the same working life.
struct SampleShelf {
    Voices voices;
    std::span<const SampleText> texts;
};

[[nodiscard]] std::span<const SampleText> form_and_car_texts() noexcept;
[[nodiscard]] std::span<const SampleText> huddle_and_system_texts() noexcept;
[[nodiscard]] std::span<const SampleText> challenge_texts() noexcept;
[[nodiscard]] std::span<const SampleText> moment_texts() noexcept;
[[nodiscard]] std::span<const SampleText> workplace_texts() noexcept;
[[nodiscard]] std::span<const SampleText> ward_texts() noexcept;
[[nodiscard]] std::span<const SampleText> community_texts() noexcept;
[[nodiscard]] std::span<const SampleText> social_work_texts() noexcept;
[[nodiscard]] std::span<const SampleText> council_texts() noexcept;

}  // namespace pennydrop::sample
