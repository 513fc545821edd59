// SPDX-License-Identifier: Apache-2.0
// What a pool agrees on, and when its periods close.
// Threads: plain values, pure functions.
// Specification: docs/pool-protocol.md, "Time", "Limits", "Descriptor, PDP1".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "pool/types.h"

namespace pennydrop::pool {

/// A theme of the catalogue: a code of docs/vocabulary.md, or the team's own words.
struct Theme {
    std::string text{};
    bool own_words{false};

    bool operator==(const Theme&) const = default;
};

struct PoolTerms {
    std::uint8_t threshold{static_cast<std::uint8_t>(kUsualThreshold)};  ///< k
    Bucket bucket{Bucket::k512};
    std::uint8_t close_day{28};  ///< 1 to 28
    std::uint8_t periods{3};
    std::uint16_t seats{0};
    Period first_period{};
    PoolId pool_id{};
    std::string name{};
    std::string purpose{};
    std::string measure{};  ///< What matters to the people served.
    std::vector<Theme> themes{};

    bool operator==(const PoolTerms&) const = default;
};

/// kInvalid, with the reason as detail ("threshold", "seats", "subsets", "themes" ...), unless every limit holds.
[[nodiscard]] Status check_terms(const PoolTerms& terms);

/// Well-formed text without control characters, not only white space unless it may be empty.
[[nodiscard]] bool is_good_line(std::string_view text, std::size_t least, std::size_t most) noexcept;
/// 1 to 24 small letters and hyphens, beginning with a letter.
[[nodiscard]] bool is_theme_code(std::string_view text) noexcept;

[[nodiscard]] bool has_period(const PoolTerms& terms, Period period) noexcept;
[[nodiscard]] bool has_slot(const PoolTerms& terms, Slot slot) noexcept;

/// The moment a period closes: 24:00 UTC of the close day in its month.
[[nodiscard]] Timestamp close_of(const PoolTerms& terms, Period period) noexcept;
/// The period that is open at `now`; it need not be one of the season's.
[[nodiscard]] Period period_at(const PoolTerms& terms, Timestamp now) noexcept;
/// "2026-11", for people and for --json.
[[nodiscard]] std::string period_name(Period period);
/// The period of a year and a month (1 to 12).
[[nodiscard]] constexpr Period period_of(unsigned year, unsigned month) noexcept {
    return {(year - 1970) * 12 + month - 1};
}

}  // namespace pennydrop::pool
