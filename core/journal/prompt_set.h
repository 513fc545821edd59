// SPDX-License-Identifier: Apache-2.0
// A set of questions offered while writing, in one or more languages: the value, and the rules every set keeps.
// Threads: plain values and pure functions.
// Specification: docs/prompt-sets.md.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/taxonomy.h"

namespace pennydrop {

inline constexpr std::size_t kMostPromptQuestions = 12;
inline constexpr std::size_t kMostPromptLanguages = 40;
inline constexpr std::size_t kMostPromptIdBytes = 40;
inline constexpr std::size_t kMostPromptNameCharacters = 60;
inline constexpr std::size_t kMostPromptCharacters = 200;
/// Longer questions are accepted, with a warning.
inline constexpr int kGoodPromptWords = 15;

struct PromptText {
    std::string language{};  ///< "en", "cy": a BCP 47 primary subtag.
    std::string text{};      ///< One line.

    bool operator==(const PromptText&) const = default;
};

struct PromptQuestion {
    std::string id{};  ///< Once in a set.
    std::vector<PromptText> text{};

    bool operator==(const PromptQuestion&) const = default;
};

/// The languages of the name and of every question are the same, in alphabetical order.
struct PromptSet {
    std::string id{};
    std::vector<PromptText> name{};
    std::vector<EntryKind> kinds{};  ///< That it suits, rising, each once, at least one.
    std::vector<PromptQuestion> questions{};

    [[nodiscard]] bool suits(EntryKind kind) const noexcept;
    bool operator==(const PromptSet&) const = default;
};

/// In `language`, else in English, else in the first there is.
[[nodiscard]] std::string_view prompt_text_in(std::span<const PromptText> texts, std::string_view language) noexcept;

/// Sets that come with the program have ids that begin so, and a person's own have not.
[[nodiscard]] bool is_built_in_prompt_id(std::string_view id) noexcept;

/// Groups of small letters and digits, with one hyphen between groups, at most kMostPromptIdBytes.
[[nodiscard]] bool is_prompt_id(std::string_view id) noexcept;
[[nodiscard]] bool is_prompt_language(std::string_view language) noexcept;
/// One line of 1 to `most` characters: valid UTF-8, nothing that does not print or turns the direction of the text, no
/// space at either end or beside another.
[[nodiscard]] bool is_prompt_text(std::string_view text, std::size_t most) noexcept;
[[nodiscard]] int words_in(std::string_view text) noexcept;

/// All rules above.
[[nodiscard]] bool is_sound(const PromptSet& set) noexcept;

}  // namespace pennydrop
