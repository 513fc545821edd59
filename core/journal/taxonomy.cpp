// SPDX-License-Identifier: Apache-2.0
#include "journal/taxonomy.h"

#include <algorithm>
#include <array>
#include <limits>

namespace pennydrop {
namespace {

using namespace std::string_view_literals;

constexpr std::array kHurdles{
    "procedure"sv,      "language"sv, "top-only"sv, "bolted-on"sv, "own-position"sv,    "guarding"sv,
    "self-image"sv,     "unclear"sv,  "blame"sv,    "no-time"sv,   "false-consensus"sv, "unheard"sv,
    "not-with-users"sv, "momentum"sv, "capacity"sv, "tools"sv,     "rules"sv,           "other"sv,
};

constexpr std::array kLightBulbs{
    "users-first"sv,  "others-too"sv,     "not-a-project"sv, "relationships"sv, "fresh-eyes"sv,
    "whole-system"sv, "getting-better"sv, "renewed"sv,       "asked"sv,         "other"sv,
};

}  // namespace

Theme::Theme(std::string_view code) noexcept : size_(static_cast<std::uint8_t>(code.size())) {
    std::ranges::copy(code, code_.begin());
}

std::optional<Theme> Theme::from_code(std::string_view code) noexcept {
    for (const auto list :
         {std::span<const std::string_view>{kHurdles}, std::span<const std::string_view>{kLightBulbs}}) {
        const auto found = std::ranges::find(list, code);
        if (found != list.end()) {
            return Theme{*found};
        }
    }
    return std::nullopt;
}

std::optional<Theme> Theme::from_stored(std::string_view code) noexcept {
    const auto is_code_character = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (code.empty() || code.size() > kMostCharacters || !std::ranges::all_of(code, is_code_character)) {
        return std::nullopt;
    }
    return Theme{code};
}

std::span<const std::string_view> theme_codes(EntryKind kind) noexcept {
    if (kind == EntryKind::kLightBulb) {
        return kLightBulbs;
    }
    return kHurdles;
}

bool theme_fits(EntryKind kind, const Theme& theme) noexcept {
    return std::ranges::find(theme_codes(kind), theme.code()) != theme_codes(kind).end() || !theme.is_known();
}

bool theme_survives(const Theme& theme, EntryKind before, EntryKind after) noexcept {
    return theme.is_known() ? theme_fits(after, theme) : theme_codes(before).data() == theme_codes(after).data();
}

std::optional<Needs> Needs::from_stored(std::int64_t number) noexcept {
    if (number < 0 || number > std::numeric_limits<std::uint32_t>::max()) {
        return std::nullopt;
    }
    return Needs{static_cast<std::uint32_t>(number)};
}

std::optional<EntryKind> kind_from_number(std::int64_t number) noexcept {
    switch (number) {
        case 1:
            return EntryKind::kSetback;
        case 2:
            return EntryKind::kLightBulb;
        case 3:
            return EntryKind::kBarrier;
        default:
            return std::nullopt;
    }
}

std::optional<SystemLevel> level_from_number(std::int64_t number) noexcept {
    if (number < 1 || number > 5) {
        return std::nullopt;
    }
    return static_cast<SystemLevel>(number);
}

std::optional<SystemLevel> level_from_stored(std::int64_t number) noexcept {
    if (number < 1 || number > std::numeric_limits<std::uint8_t>::max()) {
        return std::nullopt;
    }
    return static_cast<SystemLevel>(number);
}

}  // namespace pennydrop
