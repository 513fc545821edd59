// SPDX-License-Identifier: Apache-2.0
// Strong types for ids and times, so that two numbers of different meaning cannot be exchanged by accident.
// Threads: plain values; a Clock may be asked from any thread.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>

namespace pennydrop {

/// A row id that only compares with ids of the same kind. 0 is "none".
template <typename Tag>
struct Id {
    std::int64_t value{0};

    [[nodiscard]] constexpr bool is_set() const noexcept { return value != 0; }
    constexpr auto operator<=>(const Id&) const noexcept = default;
};

/// Microseconds of a day on which no clock is changed.
inline constexpr std::int64_t kMicrosOfDay = 86'400'000'000;

/// A moment, as microseconds since 1970-01-01T00:00:00Z, without leap seconds.
struct Timestamp {
    std::int64_t micros{0};

    constexpr auto operator<=>(const Timestamp&) const noexcept = default;
};

/// Distance of a civil time from UTC in minutes, east positive. Real offsets lie within ±14 hours; we accept ±18 (ISO
/// 8601 practice).
class UtcOffset {
public:
    constexpr UtcOffset() noexcept = default;

    /// Nothing when `minutes` is outside ±1080.
    [[nodiscard]] static constexpr std::optional<UtcOffset> from_minutes(std::int64_t minutes) noexcept {
        if (minutes < -kLimit || minutes > kLimit) {
            return std::nullopt;
        }
        return UtcOffset{static_cast<std::int16_t>(minutes)};
    }

    [[nodiscard]] constexpr std::int64_t minutes() const noexcept { return minutes_; }
    constexpr auto operator<=>(const UtcOffset&) const noexcept = default;

private:
    static constexpr std::int64_t kLimit = 18 * 60;
    explicit constexpr UtcOffset(std::int16_t minutes) noexcept : minutes_(minutes) {}
    std::int16_t minutes_{0};
};

/// A day of the proleptic Gregorian calendar as the person saw it on the wall.
using CivilDate = std::chrono::year_month_day;

/// When something happened: the moment, and the offset of the place it happened in. A day therefore never shifts when
/// the journal is read elsewhere.
struct LocalTime {
    Timestamp at{};
    UtcOffset offset{};

    /// The calendar day at that place.
    [[nodiscard]] constexpr CivilDate date() const noexcept {
        const std::chrono::sys_time<std::chrono::microseconds> civil{std::chrono::microseconds{at.micros} +
                                                                     std::chrono::minutes{offset.minutes()}};
        return CivilDate{std::chrono::floor<std::chrono::days>(civil)};
    }

    constexpr bool operator==(const LocalTime&) const noexcept = default;
};

/// Where time comes from. Passed in, so that tests decide what time it is.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// The present moment with the offset in force here now.
    [[nodiscard]] virtual LocalTime now() const = 0;
};

/// The machine's own clock and time zone.
class SystemClock final : public Clock {
public:
    [[nodiscard]] LocalTime now() const override;
};

}  // namespace pennydrop
