// SPDX-License-Identifier: Apache-2.0
#include "words.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

#include "base/types.h"
#include "pool/codes.h"
#include "pool/release.h"

namespace pennydrop::pool_cli {
namespace {

constexpr unsigned kFirstYear = 1970;
constexpr unsigned kLastYear = 9999;
constexpr unsigned kMonths = 12;

/// Whole numbers, each with so many digits, with these characters between them.
bool parse_numbers(std::string_view text, std::string_view pattern, std::vector<unsigned>& numbers) {
    if (text.size() != pattern.size()) {
        return false;
    }
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (pattern[i] != '0') {
            inside = false;
            if (text[i] != pattern[i]) {
                return false;
            }
            continue;
        }
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        if (!inside) {
            numbers.push_back(0);
            inside = true;
        }
        numbers.back() = numbers.back() * 10 + static_cast<unsigned>(text[i] - '0');
    }
    return true;
}

Timestamp clock_now() {
    return SystemClock{}.now().at;
}

}  // namespace

std::string hex(pool::ByteView bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (const auto byte : bytes) {
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
    }
    return out;
}

std::optional<pool::Period> parse_period(std::string_view text) {
    std::vector<unsigned> numbers;
    if (!parse_numbers(text, "0000-00", numbers) || numbers[0] < kFirstYear || numbers[1] < 1 || numbers[1] > kMonths) {
        return std::nullopt;
    }
    return pool::period_of(numbers[0], numbers[1]);
}

std::optional<Timestamp> parse_time(std::string_view text) {
    using namespace std::chrono;
    std::vector<unsigned> numbers;
    constexpr std::string_view kDate = "0000-00-00";
    constexpr std::string_view kDateAndTime = "0000-00-00T00:00";
    if (!parse_numbers(text, text.size() == kDate.size() ? kDate : kDateAndTime, numbers)) {
        return std::nullopt;
    }
    numbers.resize(5);
    const year_month_day day{year{static_cast<int>(numbers[0])}, month{numbers[1]}, std::chrono::day{numbers[2]}};
    if (!day.ok() || numbers[0] < kFirstYear || numbers[0] > kLastYear || numbers[3] > 23 || numbers[4] > 59) {
        return std::nullopt;
    }
    const auto moment = sys_days{day} + hours{numbers[3]} + minutes{numbers[4]};
    return Timestamp{duration_cast<microseconds>(moment.time_since_epoch()).count()};
}

std::string time_text(Timestamp when) {
    using namespace std::chrono;
    const sys_time<microseconds> moment{microseconds{when.micros}};
    const auto midnight = floor<days>(moment);
    const year_month_day day{midnight};
    const auto minute = duration_cast<minutes>(moment - midnight).count();
    std::array<char, 64> text{};
    (void)std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02d:%02d UTC", static_cast<int>(day.year()),
                        static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                        static_cast<int>(minute / 60), static_cast<int>(minute % 60));
    return text.data();
}

Outcome<Timestamp> present(const Arguments& arguments) {
    if (!arguments.has("--now")) {
        return clock_now();
    }
    const auto time = parse_time(arguments.value("--now"));
    if (!time) {
        return refuse_usage(
            "--now takes a date and, if need be, a time of the day in UTC: 2026-11-28 or "
            "2026-11-28T12:30. Nothing was done.");
    }
    return *time;
}

Outcome<pool::Period> chosen_period(const Arguments& arguments, const pool::PoolTerms& terms, Timestamp now) {
    pool::Period period = pool::period_at(terms, now);
    if (arguments.has("--period")) {
        const auto named = parse_period(arguments.value("--period"));
        if (!named) {
            return refuse_usage("--period takes a year and a month: 2026-11. Nothing was done.");
        }
        period = *named;
    }
    if (!pool::has_period(terms, period)) {
        const pool::Period last{terms.first_period.number + terms.periods - 1};
        return refuse(ErrorCode::kInvalid,
                      "The period " + pool::period_name(period) + " is not one of this season, which goes from " +
                          pool::period_name(terms.first_period) + " to " + pool::period_name(last) +
                          ". Nothing was changed. Name a period of it "
                          "with --period, or use the files of the present season.");
    }
    return period;
}

std::string theme_text(const pool::PoolTerms& terms, pool::ThemeIndex theme) {
    return theme.value < terms.themes.size() ? printable(terms.themes[theme.value].text) : "?";
}

std::string level_text(unsigned level) {
    // docs/vocabulary.md
    constexpr std::array<std::string_view, 6> kLevels{
        "", "with me", "my team", "my organisation", "between organisations", "national"};
    return std::string{kLevels.at(level < kLevels.size() ? level : 0)};
}

std::string band_text(unsigned band, const pool::PoolTerms& terms) {
    const auto range = pool::band_range(band, terms.threshold, terms.seats);
    if (!range) {
        return "?";
    }
    return range->to == 0 ? "at least " + std::to_string(range->from)
                          : std::to_string(range->from) + " to " + std::to_string(range->to);
}

std::string terms_fault(const std::string& detail) {
    if (detail == "threshold") {
        return "The threshold is a number from 3 to 100; fewer than 3 would hide nobody.";
    }
    if (detail == "seats") {
        return "There must be at least as many seats as the threshold, and at most 100.";
    }
    if (detail == "subsets") {
        return "Collecting would take too long with so many seats and this threshold. Take a smaller team or another "
               "threshold.";
    }
    if (detail == "themes") {
        return "There are 1 to 20 themes: codes of small letters and hyphens, and at most 2 of the team's own, each of "
               "1 to 60 bytes.";
    }
    if (detail == "a theme twice") {
        return "A theme stands there twice.";
    }
    if (detail == "name") {
        return "The name is a line of 1 to 100 bytes.";
    }
    if (detail == "purpose or measure") {
        return "Purpose and measure are lines of at most 500 bytes.";
    }
    if (detail == "close day") {
        return "The close day is a day from 1 to 28.";
    }
    return "A season has 1 to 6 periods, and these must be the offer's.";
}

OptionSpec now_option() {
    return {"--now", "TIME", "Take this for the present moment (UTC), for rehearsals: 2026-11-28 or 2026-11-28T12:30."};
}

OptionSpec descriptor_option() {
    return {"--descriptor", "FILE", "The pool's descriptor.", Takes::kValue, true};
}

}  // namespace pennydrop::pool_cli
