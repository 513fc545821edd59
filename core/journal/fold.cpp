// SPDX-License-Identifier: Apache-2.0
#include "journal/fold.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "journal/code_points.h"

namespace pennydrop {
namespace {

/// U+00C0 to U+017F without accents, in small letters; a point where the character is kept.
constexpr std::u32string_view kLatin =
    U"aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
    U"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnn...oooooo..rrrrrrssssss"
    U"ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr char32_t kLatinBegin = 0xC0;
static_assert(kLatin.size() == 0x180 - kLatinBegin);

/// Letters of which a capital one is kept in kLatin: its small one.
constexpr std::array<std::array<char32_t, 2>, 6> kCapitals{{
    {0xC6, 0xE6},    // AE
    {0xD0, 0xF0},    // eth
    {0xDE, 0xFE},    // thorn
    {0x132, 0x133},  // IJ
    {0x14A, 0x14B},  // eng
    {0x152, 0x153},  // OE
}};

bool is_space(char32_t point) noexcept {
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 || (point >= 0x2000 && point <= 0x200A) ||
           point == 0x202F || point == 0x3000;
}

/// 0 for an accent that stands by itself.
char32_t folded(char32_t point) noexcept {
    if (point >= 'A' && point <= 'Z') {
        return point + 0x20;
    }
    if (point >= 0x300 && point <= 0x36F) {
        return 0;
    }
    for (const auto& [capital, small] : kCapitals) {
        if (point == capital) {
            return small;
        }
    }
    if (point >= kLatinBegin && point < kLatinBegin + kLatin.size()) {
        const char32_t letter = kLatin[point - kLatinBegin];
        return letter == U'.' ? point : letter;
    }
    if (point >= 0x391 && point <= 0x3A9) {  // Greek
        return point + 0x20;
    }
    if (point >= 0x410 && point <= 0x42F) {  // Cyrillic
        return point + 0x20;
    }
    return point >= 0x400 && point <= 0x40F ? point + 0x50 : point;
}

void append(std::string& text, char32_t point) {
    constexpr unsigned kSix = 6;
    const auto tail = [](char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3FU)); };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0U | (point >> kSix));
        text += tail(point);
    } else if (point < 0x10000) {
        text += static_cast<char>(0xE0U | (point >> (2 * kSix)));
        text += tail(point >> kSix);
        text += tail(point);
    } else {
        text += static_cast<char>(0xF0U | (point >> (3 * kSix)));
        text += tail(point >> (2 * kSix));
        text += tail(point >> kSix);
        text += tail(point);
    }
}

}  // namespace

std::string fold_name(std::string_view name) {
    std::string out;
    bool space_before = false;
    for (const CodePoint& one : code_points(name)) {
        if (is_space(one.point)) {
            space_before = !out.empty();
        } else if (const char32_t letter = folded(one.point); letter != 0) {
            if (space_before) {
                out += ' ';
                space_before = false;
            }
            append(out, letter);
        }
    }
    return out;
}

}  // namespace pennydrop
