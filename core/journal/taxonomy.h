// SPDX-License-Identifier: Apache-2.0
// The shared vocabulary: kinds of entry, hurdles, light bulb themes, levels of the system, and what may be said of a
// barrier, a follow-up, a link, a decision. What is stored (and later pooled) are these permanent codes; labels are the
// front end's and are translated. Lists only ever grow. Of every list but the kinds of entry, a value may hold the
// number of a later version, which has no name here, but is kept.
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

/// Where in the system something sits. Stored as these numbers.
enum class SystemLevel : std::uint8_t {
    kMe = 1,
    kTeam = 2,
    kOrganisation = 3,
    kBetweenOrganisations = 4,
    kNational = 5,
};

/// What would have to move. Stored as the sum of these numbers.
enum class Need : std::uint8_t { kLeadership = 1, kCulture = 2, kSystems = 4 };

/// A set of needs.
class Needs {
public:
    constexpr Needs() noexcept = default;
    /// Nothing for a number that no version writes.
    [[nodiscard]] static std::optional<Needs> from_stored(std::int64_t number) noexcept;

    [[nodiscard]] constexpr bool contains(Need need) const noexcept {
        return (bits_ & static_cast<std::uint32_t>(need)) != 0;
    }
    [[nodiscard]] constexpr Needs with(Need need) const noexcept {
        return Needs{bits_ | static_cast<std::uint32_t>(need)};
    }
    [[nodiscard]] constexpr Needs without(Need need) const noexcept {
        return Needs{bits_ & ~static_cast<std::uint32_t>(need)};
    }
    [[nodiscard]] constexpr bool is_empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] constexpr std::int64_t number() const noexcept { return bits_; }
    constexpr bool operator==(const Needs&) const noexcept = default;

private:
    explicit constexpr Needs(std::uint32_t bits) noexcept : bits_(bits) {}
    std::uint32_t bits_{0};
};

/// Whether the way is known, can be found by experts, or only by trying. Stored as these numbers.
enum class ProblemKind : std::uint8_t { kSimple = 1, kComplicated = 2, kComplex = 3 };

/// Which power could shift it. Stored as these numbers.
enum class Power : std::uint8_t { kPersonalAgency = 1, kSharedValues = 2, kAuthority = 3 };

/// Stored as these numbers; 0 in a history: no longer said.
enum class BarrierState : std::uint8_t { kStuck = 1, kMoving = 2, kCleared = 3 };

/// What somebody came back to an entry with. Stored as these numbers.
enum class FollowUpKind : std::uint8_t {
    kNote = 1,
    kTaught = 2,  ///< What it taught: a setback that has one is learned from.
    kAnswer = 3,  ///< To a question of the review.
};

/// What the entry a link begins at has to do with the one it leads to. Stored as these numbers.
enum class LinkKind : std::uint8_t { kCameFrom = 1, kAnswers = 2 };

/// What became of a for-now decision. Stored as these numbers.
enum class DecisionOutcome : std::uint8_t { kAdapt = 1, kAdopt = 2, kAbandon = 3 };

/// The one question a review card asks. Stored as these numbers; when each is asked: docs/reviewing.md.
enum class ReviewQuestion : std::uint8_t {
    kSetbackNow = 1,          ///< What do you see now that you did not see then?
    kSetbackTried = 2,        ///< What have you tried since, and what happened?
    kSetbackTaught = 3,       ///< What did it turn out to teach? The answer is what it taught.
    kBarrierNow = 4,          ///< Is it still stuck, has it moved, or is it cleared?
    kBarrierAsk = 5,          ///< What could somebody do differently that would help?
    kBarrierKeeps = 6,        ///< What keeps it there?
    kDecisionDue = 7,         ///< Adapt, adopt or abandon?
    kSetbackDay = 8,          ///< On this day, in an earlier year: what is different today?
    kLightBulbDay = 9,        ///< Where could this help now?
    kBarrierDay = 10,         ///< Where does it stand today?
    kBarrierStillClear = 11,  ///< Is it still clear, and what keeps it so?
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
