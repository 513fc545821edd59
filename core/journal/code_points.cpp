// SPDX-License-Identifier: Apache-2.0
#include "journal/code_points.h"

#include <algorithm>

#include "journal/token_ranges.h"

namespace pennydrop {

std::vector<CodePoint> code_points(std::string_view text) {
    std::vector<CodePoint> points;
    points.reserve(text.size());
    std::size_t i = 0;
    while (i < text.size()) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = size == 1 ? lead : lead & (0x7FU >> size);
        for (std::size_t k = 1; k < size && i + k < text.size(); ++k) {
            point = (point << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        points.push_back({point, i, size});
        i += size;
    }
    return points;
}

bool is_word_character(char32_t point) noexcept {
    const auto range = std::ranges::lower_bound(kNoTokenRanges, point, {}, &CodePointRange::last);
    return range == kNoTokenRanges.end() || point < range->first;
}

}  // namespace pennydrop
