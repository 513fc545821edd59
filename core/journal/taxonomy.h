// SPDX-License-Identifier: Apache-2.0
// The shared vocabulary: kinds of entry, hurdles, light bulb themes and levels of the system. What is stored (and later
// pooled) are these permanent codes; labels are the front end's and are translated. Lists only ever grow.
// Threads: constant data.
// Source: docs/vocabulary.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace pennydrop {

/// Stored as these numbers.
enum class EntryKind : std::uint8_t { kSetback = 1, kLightBulb = 2, kBarrier = 3 };

/// Where in the system something sits. Stored as these numbers. A value may hold the number of a later version, which
/// has no name here, but is kept.
enum class SystemLevel : std::uint8_t {
    kMe = 1,
    kTeam = 2,
    kOrganisation = 3,
    kBetweenOrganisations = 4,
    kNational = 5,
};

/// A theme is one of the permanent codes below, or one that a later version wrote: that has no label here, but is kept.
class Theme {
public:
    /// No version's codes are longer.
    static constexpr std::size_t kMostCharacters = 31;

    /// Nothing for a code that no list holds.
    [[nodiscard]] static std::optional<Theme> from_code(std::string_view code) noexcept;
    /// As from_code(), but takes what may be the code of a later version: small letters, digits and hyphens.
    [[nodiscard]] static std::optional<Theme> from_stored(std::string_view code) noexcept;

    /// Valid as long as this theme.
    [[nodiscard]] constexpr std::string_view code() const noexcept { return {code_.data(), size_}; }
    /// One of this version's lists holds it.
    [[nodiscard]] bool is_known() const noexcept { return from_code(code()).has_value(); }
    constexpr bool operator==(const Theme&) const noexcept = default;

private:
    explicit Theme(std::string_view code) noexcept;

    std::array<char, kMostCharacters> code_{};  ///< Zeros after its end.
    std::uint8_t size_{0};
};

/// The codes a kind may carry, in the order they are shown: light bulb themes for a light bulb, hurdles otherwise.
[[nodiscard]] std::span<const std::string_view> theme_codes(EntryKind kind) noexcept;

/// Whether `theme` is of the list that belongs to `kind`, or may be: nobody knows that of a later version's.
[[nodiscard]] bool theme_fits(EntryKind kind, const Theme& theme) noexcept;

/// Whether `theme`, which fits `before`, is kept when the kind becomes `after`. A later version's theme is, if both
/// kinds have the same list.
[[nodiscard]] bool theme_survives(const Theme& theme, EntryKind before, EntryKind after) noexcept;

/// Nothing for a number that is no kind (from a damaged or newer journal).
[[nodiscard]] std::optional<EntryKind> kind_from_number(std::int64_t number) noexcept;
[[nodiscard]] std::optional<SystemLevel> level_from_number(std::int64_t number) noexcept;
/// As level_from_number(), but takes what may be the number of a later version.
[[nodiscard]] std::optional<SystemLevel> level_from_stored(std::int64_t number) noexcept;

}  // namespace pennydrop
