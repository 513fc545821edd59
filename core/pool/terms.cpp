// SPDX-License-Identifier: Apache-2.0
#include "pool/terms.h"

#include <algorithm>
#include <chrono>

#include "base/utf8.h"

namespace pennydrop::pool {
namespace {

constexpr std::size_t kMaxName = 100;
constexpr std::size_t kMaxPurpose = 500;
constexpr std::size_t kMaxOwnWords = 60;
constexpr std::size_t kMaxCode = 24;
constexpr std::uint8_t kMaxCloseDay = 28;
constexpr std::uint32_t kMonths = 12;
constexpr int kFirstYear = 1970;

Status check_numbers(const PoolTerms& terms) {
    if (terms.threshold < kMinThreshold || terms.threshold > kMaxSeats) {
        return fail(ErrorCode::kInvalid, "threshold");
    }
    if (terms.seats < terms.threshold || terms.seats > kMaxSeats) {
        return fail(ErrorCode::kInvalid, "seats");
    }
    if (subsets(terms.seats, terms.threshold) > kMaxSubsets) {
        return fail(ErrorCode::kInvalid, "subsets");
    }
    if (terms.bucket != Bucket::k512 && terms.bucket != Bucket::k1024) {
        return fail(ErrorCode::kInvalid, "bucket");
    }
    if (terms.close_day < 1 || terms.close_day > kMaxCloseDay) {
        return fail(ErrorCode::kInvalid, "close day");
    }
    if (terms.periods < 1 || terms.periods > kMaxPeriods || terms.first_period.number > kMaxPeriodNumber ||
        terms.first_period.number + terms.periods - 1 > kMaxPeriodNumber) {
        return fail(ErrorCode::kInvalid, "periods");
    }
    return {};
}

bool is_good_theme(const Theme& theme) {
    return theme.own_words ? is_good_line(theme.text, 1, kMaxOwnWords) : is_theme_code(theme.text);
}

Status check_themes(const std::vector<Theme>& themes) {
    const auto own = std::ranges::count_if(themes, &Theme::own_words);
    if (themes.empty() || themes.size() > kMaxThemes || own > static_cast<std::ptrdiff_t>(kMaxOwnThemes) ||
        !std::ranges::all_of(themes, is_good_theme)) {
        return fail(ErrorCode::kInvalid, "themes");
    }
    for (auto theme = themes.begin(); theme != themes.end(); ++theme) {
        if (std::find(themes.begin(), theme, *theme) != theme) {
            return fail(ErrorCode::kInvalid, "a theme twice");
        }
    }
    return {};
}

}  // namespace

bool is_good_line(std::string_view text, std::size_t least, std::size_t most) noexcept {
    const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; };
    return text.size() >= least && text.size() <= most && is_valid_text(text) &&
           std::ranges::none_of(text, is_control) && (least == 0 || !is_blank(text));
}

bool is_theme_code(std::string_view text) noexcept {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && text.size() <= kMaxCode && is_letter(text.front()) &&
           std::ranges::all_of(text, [&](char c) { return is_letter(c) || c == '-'; });
}

Status check_terms(const PoolTerms& terms) {
    if (auto numbers = check_numbers(terms); !numbers) {
        return numbers;
    }
    if (!is_good_line(terms.name, 1, kMaxName)) {
        return fail(ErrorCode::kInvalid, "name");
    }
    if (!is_good_line(terms.purpose, 0, kMaxPurpose) || !is_good_line(terms.measure, 0, kMaxPurpose)) {
        return fail(ErrorCode::kInvalid, "purpose or measure");
    }
    return check_themes(terms.themes);
}

bool has_period(const PoolTerms& terms, Period period) noexcept {
    return period >= terms.first_period && period.number - terms.first_period.number < terms.periods;
}

bool has_slot(const PoolTerms& terms, Slot slot) noexcept {
    return has_period(terms, slot.period) && slot.theme.value < terms.themes.size();
}

Timestamp close_of(const PoolTerms& terms, Period period) noexcept {
    using namespace std::chrono;
    const year_month_day day{year{kFirstYear + static_cast<int>(period.number / kMonths)},
                             month{period.number % kMonths + 1}, std::chrono::day{terms.close_day}};
    return {duration_cast<microseconds>((sys_days{day} + days{1}).time_since_epoch()).count()};
}

Period period_at(const PoolTerms& terms, Timestamp now) noexcept {
    using namespace std::chrono;
    const year_month_day day{floor<days>(sys_time<microseconds>{microseconds{now.micros}})};
    if (day.year() < year{kFirstYear}) {
        return {};
    }
    const Period month =
        period_of(static_cast<unsigned>(static_cast<int>(day.year())), static_cast<unsigned>(day.month()));
    return now < close_of(terms, month) ? month : Period{month.number + 1};
}

std::string period_name(Period period) {
    const auto month = std::to_string(period.number % kMonths + 1);
    return std::to_string(kFirstYear + period.number / kMonths) + (month.size() == 1 ? "-0" : "-") + month;
}

}  // namespace pennydrop::pool
