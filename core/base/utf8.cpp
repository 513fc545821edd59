// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace pennydrop {
namespace {

/// Length and smallest permitted value of a sequence by its lead byte; length 0 for a byte that cannot lead.
struct Lead {
    std::size_t length;
    std::uint32_t bits;
    std::uint32_t smallest;
};

Lead lead_of(std::uint8_t byte) noexcept {
    if (byte < 0x80) {
        return {1, byte, 1};  // zero is refused
    }
    if ((byte & 0xE0U) == 0xC0U) {
        return {2, byte & 0x1FU, 0x80};
    }
    if ((byte & 0xF0U) == 0xE0U) {
        return {3, byte & 0x0FU, 0x800};
    }
    if ((byte & 0xF8U) == 0xF0U) {
        return {4, byte & 0x07U, 0x10000};
    }
    return {0, 0, 0};
}

}  // namespace

bool is_valid_text(std::string_view text) noexcept {
    std::size_t i = 0;
    while (i < text.size()) {
        const Lead lead = lead_of(static_cast<std::uint8_t>(text[i]));
        if (lead.length == 0 || lead.length > text.size() - i) {
            return false;
        }
        std::uint32_t point = lead.bits;
        for (std::size_t k = 1; k < lead.length; ++k) {
            const auto byte = static_cast<std::uint8_t>(text[i + k]);
            if ((byte & 0xC0U) != 0x80U) {
                return false;
            }
            point = (point << 6U) | (byte & 0x3FU);
        }
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point < lead.smallest || point > 0x10FFFF || surrogate) {
            return false;
        }
        i += lead.length;
    }
    return true;
}

bool is_blank(std::string_view text) noexcept {
    return std::ranges::all_of(text, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

}  // namespace pennydrop
