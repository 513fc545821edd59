// SPDX-License-Identifier: Apache-2.0
// Puts a reproducible generator in the place of libsodium's, for the whole process: for making test vectors only.
// Threads: one.
#pragma once

#include <sodium.h>

#include <cstdint>
#include <cstdlib>

#include "support/random.h"

namespace pennydrop::pool::testing {

/// Call it before anything else uses libsodium.
inline void use_fixed_random(std::uint64_t seed) {
    static pennydrop::testing::Random random{0};
    random = pennydrop::testing::Random{seed};
    static randombytes_implementation fixed{[] { return "fixed"; },
                                            [] { return static_cast<std::uint32_t>(random.next()); },
                                            [] {},
                                            nullptr,
                                            [](void* const out, const std::size_t size) {
                                                auto* const bytes = static_cast<std::uint8_t*>(out);
                                                for (std::size_t i = 0; i < size; ++i) {
                                                    bytes[i] = static_cast<std::uint8_t>(random.next());
                                                }
                                            },
                                            [] { return 0; }};
    if (randombytes_set_implementation(&fixed) != 0 || sodium_init() < 0) {
        std::abort();
    }
}

}  // namespace pennydrop::pool::testing
