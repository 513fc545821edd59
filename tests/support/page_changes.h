// SPDX-License-Identifier: Apache-2.0
// A fuzzer's hand on the pages of a database: flips bytes, sets numbers, copies, clears and cuts, as its input says.
// The seal would refuse random bytes at once, so this works on plain pages.
// Threads: plain functions.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/codec.h"

namespace pennydrop::testing {

/// One change to blocks of `block_bytes` of which the file consists.
inline void change_blocks(std::vector<std::uint8_t>& file, std::size_t block_bytes, Reader& reader) {
    const auto what = reader.integer<std::uint8_t>();
    const std::size_t one = reader.integer<std::uint16_t>();
    const std::size_t two = reader.integer<std::uint16_t>();
    const auto value = reader.integer<std::uint32_t>();
    const std::size_t blocks = file.size() / block_bytes;
    if (!reader.ok() || blocks < 2) {
        return;
    }
    const std::size_t block = one % blocks * block_bytes;
    const std::size_t within = two % block_bytes;
    switch (what % 6) {
        case 0:
            file[block + within] ^= static_cast<std::uint8_t>(value);
            break;
        case 1:  // a big-endian number of one to four bytes, as lengths and page numbers are
            for (std::size_t i = 0; i < 1 + value % 4 && within + i < block_bytes; ++i) {
                file[block + within + i] = static_cast<std::uint8_t>(value >> (24U - 8U * static_cast<unsigned>(i)));
            }
            break;
        case 2:
            std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(block), block_bytes,
                        file.begin() + static_cast<std::ptrdiff_t>(two % blocks * block_bytes));
            break;
        case 3:
            std::fill_n(file.begin() + static_cast<std::ptrdiff_t>(block + within),
                        std::min<std::size_t>(value % block_bytes, block_bytes - within), std::uint8_t{0});
            break;
        case 4:
            file.resize(std::max<std::size_t>(2, one % (blocks + 1)) * block_bytes);
            break;
        default: {  // the first bytes of a page: its kind, its free blocks, its number of cells
            const std::size_t start = block == 0 ? 100 : 0;
            file[block + start + two % 12] = static_cast<std::uint8_t>(value);
            break;
        }
    }
}

}  // namespace pennydrop::testing
