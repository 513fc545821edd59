// SPDX-License-Identifier: Apache-2.0
#include "journal/attachment.h"

#include <algorithm>
#include <memory>

#include "base/utf8.h"
#include "journal/hidden_characters.h"

namespace pennydrop {
namespace {

constexpr std::size_t kMaxMediaTypeBytes = 127;

bool is_media_character(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view{"!#$&^_.+-"}.contains(c);
}

bool is_media_word(std::string_view word) noexcept {
    return !word.empty() && std::ranges::all_of(word, is_media_character);
}

bool is_forbidden(char c) noexcept {
    return std::string_view{"<>:\"/\\|?*"}.contains(c);
}

std::string_view without_ends(std::string_view text) noexcept {
    constexpr std::string_view kEnds{" ."};
    const auto first = text.find_first_not_of(kEnds);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kEnds) - first + 1);
}

std::string_view whole_characters(std::string_view text, std::size_t most) noexcept {
    std::size_t size = std::min(text.size(), most);
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    return text.substr(0, size);
}

}  // namespace

ByteSource source_of(std::span<const std::uint8_t> bytes) {
    return [left = bytes](std::span<std::uint8_t> into) mutable -> Result<std::size_t> {
        const std::size_t count = std::min(left.size(), into.size());
        std::ranges::copy(left.first(count), into.begin());
        left = left.subspan(count);
        return count;
    };
}

std::string clean_attachment_name(std::string_view file_name) {
    constexpr std::size_t kLongestEnding = 16;
    std::string name;
    if (is_valid_text(file_name)) {
        const auto folder_end = file_name.find_last_of("/\\");
        std::string_view rest = folder_end == std::string_view::npos ? file_name : file_name.substr(folder_end + 1);
        while (!rest.empty()) {
            if (const std::size_t hidden = hidden_character(rest); hidden > 0) {
                rest.remove_prefix(hidden);
                continue;
            }
            if (!is_forbidden(rest.front())) {
                name += rest.front();
            }
            rest.remove_prefix(1);
        }
    }
    name = without_ends(name);
    if (name.size() > kMaxAttachmentNameBytes) {
        const auto dot = name.rfind('.');
        const bool has_ending = dot != std::string::npos && name.size() - dot <= kLongestEnding;
        const std::string ending = has_ending ? name.substr(dot) : std::string{};
        name = std::string{without_ends(whole_characters(name, kMaxAttachmentNameBytes - ending.size()))} + ending;
    }
    return name.empty() ? "file" : name;
}

bool is_media_type(std::string_view text) noexcept {
    const auto slash = text.find('/');
    return text.size() <= kMaxMediaTypeBytes && slash != std::string_view::npos &&
           is_media_word(text.substr(0, slash)) && is_media_word(text.substr(slash + 1));
}

}  // namespace pennydrop
