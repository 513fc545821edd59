// SPDX-License-Identifier: Apache-2.0
// The shared vocabulary: kinds of entry, hurdles, light bulb themes and levels of the system. What is stored (and later
// pooled) are these permanent codes; labels are the front end's and are translated. Lists only ever grow.
// Threads: constant data.
// Source: docs/vocabulary.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pennydrop {

/// Stored as these numbers.
enum class EntryKind : std::uint8_t { kSetback = 1, kLightBulb = 2, kBarrier = 3 };

/// Where in the system something sits. Stored as these numbers.
enum class SystemLevel : std::uint8_t {
    kMe = 1,
    kTeam = 2,
    kOrganisation = 3,
    kBetweenOrganisations = 4,
    kNational = 5,
};

/// A theme is one of the permanent codes below; it can only be made from one of them.
class Theme {
public:
    /// Nothing for a code that no list holds.
    [[nodiscard]] static std::optional<Theme> from_code(std::string_view code) noexcept;

    /// Points to constant data.
    [[nodiscard]] constexpr std::string_view code() const noexcept { return code_; }
    constexpr bool operator==(const Theme&) const noexcept = default;

private:
    explicit constexpr Theme(std::string_view code) noexcept : code_(code) {}
    std::string_view code_;
};

/// The codes a kind may carry, in the order they are shown: light bulb themes for a light bulb, hurdles otherwise.
[[nodiscard]] std::span<const std::string_view> theme_codes(EntryKind kind) noexcept;

/// Whether `theme` is of the list that belongs to `kind`.
[[nodiscard]] bool theme_fits(EntryKind kind, const Theme& theme) noexcept;

/// Nothing for a number that is no kind (from a damaged or newer journal).
[[nodiscard]] std::optional<EntryKind> kind_from_number(std::int64_t number) noexcept;
[[nodiscard]] std::optional<SystemLevel> level_from_number(std::int64_t number) noexcept;

}  // namespace pennydrop
