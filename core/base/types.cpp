// SPDX-License-Identifier: Apache-2.0
#include "base/types.h"

#include <ctime>

namespace pennydrop {
namespace {

/// Minutes that the local time zone is ahead of UTC at `seconds`. Compares the two broken-down times, because
/// `tm_gmtoff` is not in every C library.
std::int64_t offset_minutes_at(std::time_t seconds) {
    std::tm local{};
    std::tm utc{};
#ifdef _WIN32
    if (localtime_s(&local, &seconds) != 0 || gmtime_s(&utc, &seconds) != 0) {
        return 0;
    }
#else
    if (localtime_r(&seconds, &local) == nullptr || gmtime_r(&seconds, &utc) == nullptr) {
        return 0;
    }
#endif
    const auto civil_minutes = [](const std::tm& t) {
        const std::chrono::year_month_day date{std::chrono::year{t.tm_year + 1900},
                                               std::chrono::month{static_cast<unsigned>(t.tm_mon + 1)},
                                               std::chrono::day{static_cast<unsigned>(t.tm_mday)}};
        const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
        return (days * 24 + t.tm_hour) * 60 + t.tm_min;
    };
    return civil_minutes(local) - civil_minutes(utc);
}

}  // namespace

LocalTime SystemClock::now() const {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(since_epoch);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since_epoch);
    const auto offset = UtcOffset::from_minutes(offset_minutes_at(static_cast<std::time_t>(seconds.count())));
    return LocalTime{Timestamp{micros.count()}, offset.value_or(UtcOffset{})};
}

}  // namespace pennydrop
