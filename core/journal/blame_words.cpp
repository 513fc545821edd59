// SPDX-License-Identifier: Apache-2.0
#include "journal/blame_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "journal/blame_words_en.h"
#include "journal/blame_words_list.h"

namespace pennydrop {
namespace {

constexpr std::array kLists{&english::kBlameList};

struct Word {
    std::size_t begin{0};
    std::size_t end{0};
    std::string folded{};
    bool begins_sentence{false};
    bool is_joined{false};  ///< A hyphen stands between it and the next word.
};

bool is_letter(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

char folded(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Bytes of an apostrophe at the start of `text`: the one of typewriters, or U+2019.
std::size_t apostrophe(std::string_view text) noexcept {
    return text.starts_with('\'') ? 1 : text.starts_with("\u2019") ? 3 : 0;
}

/// Bytes of other punctuation outside ASCII at the start of `text` (U+2010 to U+203F but for U+2019), which is no part
/// of a word.
std::size_t punctuation(std::string_view text) noexcept {
    if (text.size() < 3 || !text.starts_with("\xE2\x80") || static_cast<unsigned char>(text[2]) < 0x90) {
        return 0;
    }
    return text.starts_with("\u2019") ? 0 : 3;
}

Word word_at(std::string_view text, std::size_t begin) {
    Word word{.begin = begin, .end = begin};
    while (word.end < text.size()) {
        const std::string_view rest = text.substr(word.end);
        if (const std::size_t size = apostrophe(rest); size > 0) {
            // Within a word, or after a plural's "s".
            const bool goes_on = rest.size() > size && is_letter(rest[size]) && punctuation(rest.substr(size)) == 0 &&
                                 apostrophe(rest.substr(size)) == 0;
            if (!goes_on && !word.folded.ends_with('s')) {
                break;
            }
            word.folded += '\'';
            word.end += size;
            if (!goes_on) {
                break;
            }
        } else if (is_letter(rest.front()) && punctuation(rest) == 0) {
            word.folded += folded(rest.front());
            ++word.end;
        } else {
            break;
        }
    }
    return word;
}

/// The words of `text` but for quoted lines.
std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    bool begins_sentence = true;
    bool begins_line = true;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::string_view rest = text.substr(at);
        const char c = rest.front();
        if (begins_line && c == '>') {
            at = std::min(text.find('\n', at), text.size());
            begins_sentence = true;
            continue;
        }
        if (is_letter(c) && punctuation(rest) == 0 && apostrophe(rest) == 0) {
            Word word = word_at(text, at);
            word.begins_sentence = begins_sentence;
            at = word.end;
            word.is_joined = at + 1 < text.size() && text[at] == '-' && is_letter(text[at + 1]);
            words.push_back(std::move(word));
            begins_sentence = false;
            begins_line = false;
            continue;
        }
        begins_sentence = begins_sentence || c == '.' || c == '!' || c == '?' || c == '\n' || c == ';';
        begins_line = c == '\n' || (begins_line && c == ' ');
        at += std::max(punctuation(rest), std::max<std::size_t>(apostrophe(rest), 1));
    }
    return words;
}

/// The part of `list` before `divider`, which is taken off it.
std::string_view take_part(std::string_view& list, char divider) {
    const auto end = std::min(list.find(divider), list.size());
    const std::string_view part = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    return part;
}

bool is_one_of(std::string_view word, std::string_view choices) {
    constexpr std::size_t kShortestStem = 2;
    while (!choices.empty()) {
        const std::string_view choice = take_part(choices, '|');
        if (choice.starts_with('*')
                ? word.size() >= choice.size() - 1 + kShortestStem && word.ends_with(choice.substr(1))
                : word == choice) {
            return true;
        }
    }
    return false;
}

/// How many words from `first` on the pattern takes; 0 when it does not fit.
std::size_t fits(const std::vector<Word>& words, std::size_t first, const BlamePattern& pattern) {
    std::string_view places = pattern.words;
    std::size_t next = first;
    while (!places.empty()) {
        const std::string_view place = take_part(places, ' ');
        const bool goes_on = next < words.size() && (next == first || !words[next].begins_sentence);
        if (!goes_on || !is_one_of(words[next].folded, place)) {
            return 0;
        }
        ++next;
    }
    const bool is_part_of_a_term =
        words[next - 1].is_joined || (first > 0 && words[first - 1].is_joined) ||
        (next < words.size() && !words[next].begins_sentence && is_one_of(words[next].folded, pattern.not_before)) ||
        (first > 0 && !words[first].begins_sentence && is_one_of(words[first - 1].folded, pattern.not_after));
    return is_part_of_a_term ? 0 : next - first;
}

bool is_denied(const std::vector<Word>& words, std::size_t first, const BlameList& list) {
    constexpr std::size_t kWordsBefore = 4;
    for (std::size_t i = first; i > 0 && first - i < kWordsBefore && !words[i].begins_sentence; --i) {
        const std::string_view before = words[i - 1].folded;
        if (is_one_of(before, list.denials) || before.ends_with(list.denial_ending)) {
            return true;
        }
    }
    return false;
}

const BlameList* list_of(std::string_view language) noexcept {
    const auto found = std::ranges::find(kLists, language, &BlameList::language);
    return found == kLists.end() ? nullptr : *found;
}

}  // namespace

std::string_view blame_code(BlameKind kind) noexcept {
    switch (kind) {
        case BlameKind::kSomebody:
            return "somebody";
        case BlameKind::kSelf:
            return "self";
        case BlameKind::kHindsight:
            return "hindsight";
        case BlameKind::kLabel:
            return "label";
    }
    return "somebody";
}

bool has_blame_words(std::string_view language) noexcept {
    return list_of(language) != nullptr;
}

std::vector<BlamePhrase> find_blame(std::string_view text, std::string_view language) {
    std::vector<BlamePhrase> phrases;
    const BlameList* list = list_of(language);
    if (list == nullptr) {
        return phrases;
    }
    const std::vector<Word> words = words_of(text);
    std::size_t first = 0;
    while (first < words.size()) {
        std::size_t longest = 0;
        BlameKind kind = BlameKind::kSomebody;
        for (const BlamePattern& pattern : list->patterns) {
            if (const std::size_t count = fits(words, first, pattern); count > longest) {
                longest = count;
                kind = pattern.kind;
            }
        }
        if (longest > 0 && !is_denied(words, first, *list)) {
            phrases.push_back({.begin = words[first].begin, .end = words[first + longest - 1].end, .kind = kind});
        }
        first += std::max<std::size_t>(longest, 1);
    }
    return phrases;
}

}  // namespace pennydrop
