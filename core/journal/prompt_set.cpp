// SPDX-License-Identifier: Apache-2.0
#include "journal/prompt_set.h"

#include <algorithm>
#include <functional>

#include "base/utf8.h"
#include "journal/hidden_characters.h"

namespace pennydrop {
namespace {

bool is_small_letter(char c) noexcept {
    return c >= 'a' && c <= 'z';
}

bool is_id_character(char c) noexcept {
    return is_small_letter(c) || (c >= '0' && c <= '9');
}

std::size_t characters_in(std::string_view text) noexcept {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool has_hidden_character(std::string_view text) noexcept {
    for (; !text.empty(); text.remove_prefix(1)) {
        if (hidden_character(text) > 0) {
            return true;
        }
    }
    return false;
}

/// Languages in order, each once, and every text in its limits.
bool texts_are_sound(std::span<const PromptText> texts, std::size_t most) noexcept {
    const auto not_rising = [](const PromptText& a, const PromptText& b) { return a.language >= b.language; };
    return !texts.empty() && texts.size() <= kMostPromptLanguages &&
           std::ranges::adjacent_find(texts, not_rising) == texts.end() &&
           std::ranges::all_of(texts, [most](const PromptText& text) {
               return is_prompt_language(text.language) && is_prompt_text(text.text, most);
           });
}

}  // namespace

bool PromptSet::suits(EntryKind kind) const noexcept {
    return std::ranges::find(kinds, kind) != kinds.end();
}

std::string_view prompt_text_in(std::span<const PromptText> texts, std::string_view language) noexcept {
    for (const std::string_view wanted : {language, std::string_view{"en"}}) {
        if (const auto found = std::ranges::find(texts, wanted, &PromptText::language); found != texts.end()) {
            return found->text;
        }
    }
    return texts.empty() ? std::string_view{} : std::string_view{texts.front().text};
}

bool is_built_in_prompt_id(std::string_view id) noexcept {
    return id.starts_with("pennydrop-");
}

bool is_prompt_id(std::string_view id) noexcept {
    return !id.empty() && id.size() <= kMostPromptIdBytes && id.front() != '-' && id.back() != '-' &&
           !id.contains("--") && std::ranges::all_of(id, [](char c) { return c == '-' || is_id_character(c); });
}

bool is_prompt_language(std::string_view language) noexcept {
    return (language.size() == 2 || language.size() == 3) && std::ranges::all_of(language, is_small_letter);
}

bool is_prompt_text(std::string_view text, std::size_t most) noexcept {
    return !text.empty() && is_valid_text(text) && characters_in(text) <= most && text.front() != ' ' &&
           text.back() != ' ' && !text.contains("  ") && !has_hidden_character(text);
}

int words_in(std::string_view text) noexcept {
    int words = 0;
    bool in_word = false;
    for (const char c : text) {
        words += c != ' ' && !in_word ? 1 : 0;
        in_word = c != ' ';
    }
    return words;
}

bool is_sound(const PromptSet& set) noexcept {
    if (!is_prompt_id(set.id) || !texts_are_sound(set.name, kMostPromptNameCharacters) || set.kinds.empty() ||
        std::ranges::adjacent_find(set.kinds, std::greater_equal{}) != set.kinds.end() || set.questions.empty() ||
        set.questions.size() > kMostPromptQuestions) {
        return false;
    }
    for (auto question = set.questions.begin(); question != set.questions.end(); ++question) {
        if (!is_prompt_id(question->id) || !texts_are_sound(question->text, kMostPromptCharacters) ||
            !std::ranges::equal(question->text, set.name, {}, &PromptText::language, &PromptText::language) ||
            std::find_if(set.questions.begin(), question,
                         [&](const PromptQuestion& other) { return other.id == question->id; }) != question) {
            return false;
        }
    }
    return true;
}

}  // namespace pennydrop
