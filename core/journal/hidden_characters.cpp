// SPDX-License-Identifier: Apache-2.0
#include "journal/hidden_characters.h"

namespace pennydrop {

std::size_t hidden_character(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    constexpr unsigned kFirstPrinting = 0x20;
    constexpr unsigned kDelete = 0x7F;
    if (!text.empty() && (byte(0) < kFirstPrinting || byte(0) == kDelete)) {
        return 1;
    }
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) {
        return 2;
    }
    if (byte(0) == 0xD8 && byte(1) == 0x9C) {
        return 2;
    }
    const bool is_mark = byte(0) == 0xE2 && byte(1) == 0x80 &&
                         (byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xA8 && byte(2) <= 0xAE));
    const bool is_isolate = byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
    const bool is_byte_order = byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF;
    return is_mark || is_isolate || is_byte_order ? 3 : 0;
}

}  // namespace pennydrop
