// SPDX-License-Identifier: Apache-2.0
// What the pool's fuzz targets share: a season that is always the same, a good message altered as the input says, and
// signing again, so that the fuzzer comes past the signatures.
// Threads: one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "base/codec.h"
#include "core/pool/fixed_random.h"
#include "core/pool/test_pool.h"

namespace pennydrop::pool::testing {

inline void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

inline TestPool& fuzzed_pool() {
    static TestPool& made = *[] {
        use_fixed_random(1);
        return new TestPool{make_pool(small_terms(5, 3, 2, 2))};
    }();
    return made;
}

/// The input itself when it begins with an even byte; otherwise `good` with the changes that follow.
inline Bytes message_from(std::span<const std::uint8_t> input, const Bytes& good) {
    if (input.empty() || input[0] % 2 == 0) {
        return {input.begin() + (input.empty() ? 0 : 1), input.end()};
    }
    Bytes bytes = good;
    Reader reader{input.subspan(1)};
    while (reader.ok() && !bytes.empty()) {
        const auto what = reader.integer<std::uint8_t>();
        const std::size_t at = reader.integer<std::uint16_t>();
        const auto value = reader.integer<std::uint8_t>();
        if (!reader.ok()) {
            break;
        }
        switch (what % 4) {
            case 0:
                bytes[at % bytes.size()] ^= value;
                break;
            case 1:
                bytes[at % bytes.size()] = value;
                break;
            case 2:
                bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at % bytes.size()), value % 80U, value);
                break;
            default: {
                const auto from = static_cast<std::ptrdiff_t>(at % bytes.size());
                const auto count = std::min<std::ptrdiff_t>(value, static_cast<std::ptrdiff_t>(bytes.size()) - from);
                bytes.erase(bytes.begin() + from, bytes.begin() + from + count);
                break;
            }
        }
    }
    return bytes;
}

inline Bytes signed_with(Bytes body, const SecretBytes& seed, const char* label) {
    const Signature signature = sign(seed, label, body);
    body.insert(body.end(), signature.begin(), signature.end());
    return body;
}

inline Bytes without_end(const Bytes& bytes, std::size_t count) {
    return {bytes.begin(), bytes.end() - static_cast<std::ptrdiff_t>(count)};
}

}  // namespace pennydrop::pool::testing
