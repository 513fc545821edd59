// SPDX-License-Identifier: Apache-2.0
#include "journal/sample_calendar.h"

#include <algorithm>
#include <array>
#include <span>

namespace pennydrop::sample {
namespace {

namespace chr = std::chrono;

constexpr std::int64_t kMicrosPerSecond = 1'000'000;
constexpr std::int64_t kMicrosPerMinute = 60 * kMicrosPerSecond;
constexpr std::int64_t kMicrosPerDay = 24 * 60 * kMicrosPerMinute;
constexpr int kSummerMinutes = 60;

chr::sys_time<chr::microseconds> moment_of(Timestamp at) noexcept {
    return chr::sys_time<chr::microseconds>{chr::microseconds{at.micros}};
}

bool is_summer_time(Timestamp at) noexcept {
    const auto moment = moment_of(at);
    const chr::year year = chr::year_month_day{chr::floor<chr::days>(moment)}.year();
    const auto begin = chr::sys_days{year / chr::March / chr::Sunday[chr::last]} + chr::hours{1};
    const auto end = chr::sys_days{year / chr::October / chr::Sunday[chr::last]} + chr::hours{1};
    return begin <= moment && moment < end;
}

/// A stretch of the day in which people of one voice write, and how likely it is against their other stretches.
struct WritingTime {
    int from;  ///< Minutes after midnight.
    int to;
    std::size_t weight;
};

constexpr int at(int hour, int minute) noexcept {
    return hour * 60 + minute;
}

constexpr std::array kWardTimes{WritingTime{at(6, 35), at(7, 15), 12}, WritingTime{at(12, 20), at(14, 10), 22},
                                WritingTime{at(14, 45), at(16, 30), 14}, WritingTime{at(19, 50), at(21, 50), 34}};
constexpr std::array kWardNightTimes{WritingTime{at(2, 10), at(5, 40), 60}, WritingTime{at(7, 50), at(8, 40), 20},
                                     WritingTime{at(18, 5), at(19, 10), 20}};
constexpr std::array kCommunityTimes{WritingTime{at(7, 25), at(8, 20), 14},  WritingTime{at(10, 10), at(11, 50), 10},
                                     WritingTime{at(12, 5), at(13, 45), 28}, WritingTime{at(15, 30), at(18, 20), 28},
                                     WritingTime{at(20, 0), at(22, 10), 18}, WritingTime{at(22, 20), at(23, 50), 2}};
constexpr std::array kSocialWorkTimes{WritingTime{at(8, 5), at(9, 0), 12},     WritingTime{at(12, 15), at(13, 50), 22},
                                      WritingTime{at(15, 20), at(16, 40), 12}, WritingTime{at(17, 0), at(19, 10), 30},
                                      WritingTime{at(20, 15), at(22, 20), 20}, WritingTime{at(22, 30), at(23, 50), 4}};
constexpr std::array kCouncilTimes{WritingTime{at(8, 0), at(9, 5), 16},     WritingTime{at(12, 10), at(13, 35), 28},
                                   WritingTime{at(14, 30), at(16, 20), 12}, WritingTime{at(16, 45), at(18, 10), 26},
                                   WritingTime{at(19, 45), at(21, 50), 16}, WritingTime{at(22, 0), at(23, 30), 2}};

std::span<const WritingTime> writing_times(Voices voice, bool nights) noexcept {
    switch (voice) {
        case kWard:
            return nights ? std::span<const WritingTime>{kWardNightTimes} : kWardTimes;
        case kSocialWork:
            return kSocialWorkTimes;
        case kCouncil:
            return kCouncilTimes;
        default:
            return kCommunityTimes;
    }
}

int writing_minute(std::span<const WritingTime> times, SampleRandom& random) noexcept {
    std::size_t total = 0;
    for (const WritingTime& time : times) {
        total += time.weight;
    }
    std::size_t drawn = random.below(total);
    for (const WritingTime& time : times) {
        if (drawn < time.weight) {
            return time.from + static_cast<int>(random.below(static_cast<std::size_t>(time.to - time.from)));
        }
        drawn -= time.weight;
    }
    return times.front().from;
}

/// On the ward.
constexpr std::size_t kNightsInARow = 3;
constexpr std::size_t kNightPercent = 22;

/// Saturdays and Sundays against 10 for a weekday.
std::size_t weekend_weight(Voices voice) noexcept {
    switch (voice) {
        case kWard:
            return 6;
        case kCommunity:
            return 4;
        case kSocialWork:
            return 1;
        default:
            return 0;
    }
}

/// Leave: a fortnight in August, the days of Christmas, a spring week and an autumn one.
bool is_leave(const chr::year_month_day& date) noexcept {
    const auto between = [&](unsigned month, unsigned first, unsigned last) {
        return static_cast<unsigned>(date.month()) == month && first <= static_cast<unsigned>(date.day()) &&
               static_cast<unsigned>(date.day()) <= last;
    };
    return between(8, 6, 19) || between(12, 24, 27) || between(4, 3, 10) || between(10, 25, 30);
}

std::size_t season_weight(const chr::year_month_day& date) noexcept {
    constexpr std::array<std::size_t, 12> kByMonth{17, 15, 12, 10, 10, 9, 8, 7, 10, 11, 13, 14};
    return kByMonth[static_cast<unsigned>(date.month()) - 1];
}

/// Something is going on: the new records system comes, then the hundred days.
std::size_t story_weight(int permille) noexcept {
    if (400 <= permille && permille <= 480) {
        return 16;
    }
    return 630 <= permille && permille <= 780 ? 14 : 10;
}

/// So that neither leave nor chance empties the screen a person sees first.
constexpr std::size_t kRecentDays = 21;

}  // namespace

LocalTime british_time(Timestamp at) noexcept {
    return {at, UtcOffset::from_minutes(is_summer_time(at) ? kSummerMinutes : 0).value_or(UtcOffset{})};
}

LocalTime british_time(chr::sys_days day, int minutes) noexcept {
    const std::int64_t wall = day.time_since_epoch().count() * kMicrosPerDay + minutes * kMicrosPerMinute;
    const Timestamp in_summer{wall - kSummerMinutes * kMicrosPerMinute};
    return british_time(is_summer_time(in_summer) ? in_summer : Timestamp{wall});
}

int minute_of_day(const LocalTime& time) noexcept {
    const auto wall = moment_of(time.at) + chr::minutes{time.offset.minutes()};
    return static_cast<int>(chr::floor<chr::minutes>(wall - chr::floor<chr::days>(wall)).count());
}

SampleCalendar::SampleCalendar(std::uint64_t seed, LocalTime end, int days)
    : end_(british_time(end.at)),
      start_{end.at.micros - std::max(days, 1) * kMicrosPerDay},
      last_day_(chr::sys_days{end_.date()}),
      days_(static_cast<std::size_t>(std::max(days, 1))) {
    SampleRandom random{seed};
    choose_voices(random);
    for (std::size_t ago = 0; ago < days_.size(); ++ago) {
        days_[ago].weight = weight_of(ago, random);
    }
}

void SampleCalendar::choose_voices(SampleRandom& random) {
    struct Share {
        Voices voice;
        std::size_t weight;
        std::size_t days;
    };
    std::array shares{Share{kWard, 27, 0}, Share{kCommunity, 27, 0}, Share{kSocialWork, 25, 0}, Share{kCouncil, 25, 0}};
    Voices voice = kCommunity;  // The newest screen is the phone between two visits.
    std::size_t ago = 0;
    while (ago < days_.size()) {
        const std::size_t length = std::min(17 + random.below(10), days_.size() - ago);
        bool nights = false;
        for (std::size_t day = 0; day < length; ++day, ++ago) {
            if (day % kNightsInARow == 0) {
                nights = random.percent(kNightPercent);
            }
            days_[ago].voice = voice;
            days_[ago].nights = nights;
        }
        const Share* next = nullptr;
        for (Share& share : shares) {
            if (share.voice == voice) {
                share.days += length;
            } else if (next == nullptr || share.days * next->weight < next->days * share.weight) {
                next = &share;
            }
        }
        voice = next == nullptr ? kCommunity : next->voice;
    }
}

std::size_t SampleCalendar::weight_of(std::size_t days_ago, SampleRandom& random) const noexcept {
    constexpr std::array<std::size_t, 6> kLuck{0, 1, 1, 2, 2, 4};  // Some days nothing is written, on others a lot.
    const bool recent = days_ago < kRecentDays;
    const std::size_t luck = std::max<std::size_t>(kLuck[random.below(kLuck.size())], recent ? 2 : 0);
    const chr::sys_days date = date_of(days_ago);
    if (!recent && is_leave(date)) {
        return 0;
    }
    const chr::weekday weekday{date};
    const bool weekend = weekday == chr::Saturday || weekday == chr::Sunday;
    const std::size_t of_week = weekend ? weekend_weight(days_[days_ago].voice) : 10;
    const int permille = 1000 - static_cast<int>(days_ago * 1000 / days_.size());
    return luck * of_week * season_weight(date) * story_weight(permille);
}

std::vector<LocalTime> SampleCalendar::moments(std::size_t count, SampleRandom& random) const {
    std::vector<LocalTime> result;
    result.reserve(count);
    std::vector<std::vector<int>> taken(days_.size());
    const auto take = [&](const LocalTime& time) {
        taken[days_ago(time)].push_back(minute_of_day(time));
        result.push_back(time);
    };
    const auto is_close = [&](const LocalTime& time) {
        constexpr int kMinutesApart = 25;
        const int minute = minute_of_day(time);
        return std::ranges::any_of(taken[days_ago(time)], [&](int other) {
            return minute - other < kMinutesApart && other - minute < kMinutesApart;
        });
    };
    constexpr int kTries = 12;
    // The newest days first, since they are promised; then the others by their weight.
    for (std::size_t ago = 0; ago < 3 && result.size() < count; ++ago) {
        take(moment_on(std::min(ago, days_.size() - 1), random));
    }
    for (int extra = 0; extra < 2 && result.size() < count; ++extra) {
        LocalTime time = moment_within_a_day(random);
        for (int tries = 1; tries < kTries && is_close(time); ++tries) {
            time = moment_within_a_day(random);
        }
        take(time);
    }
    std::vector<std::size_t> up_to(days_.size());
    std::size_t total = 0;
    for (std::size_t ago = 0; ago < days_.size(); ++ago) {
        total += days_[ago].weight;
        up_to[ago] = total;
    }
    const std::size_t most_a_day = 3 + 2 * count / days_.size();
    while (result.size() < count) {
        LocalTime time{};
        for (int tries = 0; tries < kTries; ++tries) {
            const std::size_t drawn = random.below(std::max<std::size_t>(total, 1));
            const auto found = std::ranges::upper_bound(up_to, drawn);
            const std::size_t ago =
                total == 0 ? random.below(days_.size()) : static_cast<std::size_t>(found - up_to.begin());
            time = moment_on(ago, random);
            if (taken[days_ago(time)].size() < most_a_day && !is_close(time)) {
                break;
            }
        }
        take(time);
    }
    return result;
}

LocalTime SampleCalendar::moment_on(std::size_t days_ago, SampleRandom& random) const {
    const chr::sys_days date = date_of(days_ago);
    const auto times = writing_times(days_[days_ago].voice, days_[days_ago].nights);
    constexpr int kTries = 8;
    for (int tries = 0; tries < kTries; ++tries) {
        LocalTime time = british_time(date, writing_minute(times, random));
        time.at.micros += static_cast<std::int64_t>(random.below(60)) * kMicrosPerSecond;
        if (fits(time)) {
            return time;
        }
    }
    // The journal ends early on this day: any moment of it will do.
    const std::int64_t first = std::max(british_time(date, 0).at.micros, start_.micros);
    const std::int64_t last = std::min(british_time(date + chr::days{1}, 0).at.micros, end_.at.micros + 1);
    const auto seconds = static_cast<std::size_t>(std::max<std::int64_t>(last - 1 - first, 0) / kMicrosPerSecond);
    return british_time(Timestamp{first + static_cast<std::int64_t>(random.below(seconds)) * kMicrosPerSecond});
}

LocalTime SampleCalendar::moment_within_a_day(SampleRandom& random) const {
    // Yesterday's hours first: what is left of today may be a night in which nobody writes.
    constexpr int kTries = 12;
    for (int tries = 0; tries < kTries; ++tries) {
        const LocalTime time = moment_on(std::min<std::size_t>(1, days_.size() - 1), random);
        if (time.at.micros > end_.at.micros - kMicrosPerDay) {
            return time;
        }
    }
    return moment_on(0, random);
}

bool SampleCalendar::fits(const LocalTime& time) const noexcept {
    return start_ <= time.at && time.at <= end_.at;
}

chr::sys_days SampleCalendar::date_of(std::size_t days_ago) const noexcept {
    return last_day_ - chr::days{static_cast<chr::days::rep>(days_ago)};
}

std::size_t SampleCalendar::days_ago(const LocalTime& time) const noexcept {
    const auto ago = (last_day_ - chr::sys_days{time.date()}).count();
    return std::min(static_cast<std::size_t>(std::max<chr::days::rep>(static_cast<chr::days::rep>(ago), 0)),
                    days_.size() - 1);
}

Voices SampleCalendar::voice_at(const LocalTime& time) const noexcept {
    return days_[days_ago(time)].voice;
}

int SampleCalendar::permille_at(const LocalTime& time) const noexcept {
    const std::int64_t span = end_.at.micros - start_.micros;
    return static_cast<int>((time.at.micros - start_.micros) / (span / 1000));
}

}  // namespace pennydrop::sample
