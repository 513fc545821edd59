// SPDX-License-Identifier: Apache-2.0
// Reproducible random choices for tests: the same seed gives the same run on every machine.
// Threads: a Random belongs to one thread.
// Source: SplitMix64 by Sebastiano Vigna (public domain); distributions of the standard library differ between libraries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pennydrop::testing {

class Random {
public:
    explicit constexpr Random(std::uint64_t seed) noexcept : state_(seed) {}

    constexpr std::uint64_t next() noexcept {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

    /// From 0 to `end` - 1. The slight bias does not matter here.
    constexpr std::size_t below(std::size_t end) noexcept { return static_cast<std::size_t>(next() % end); }
    constexpr bool one_in(std::size_t chances) noexcept { return below(chances) == 0; }

    std::vector<std::uint8_t> bytes(std::size_t count) {
        std::vector<std::uint8_t> out(count);
        for (auto& byte : out) {
            byte = static_cast<std::uint8_t>(next());
        }
        return out;
    }

    /// A word of `length` small letters.
    std::string word(std::size_t length) {
        std::string out;
        for (std::size_t i = 0; i < length; ++i) {
            out += static_cast<char>('a' + below(26));
        }
        return out;
    }

    template <typename T>
    const T& pick(const std::vector<T>& choices) {
        return choices[below(choices.size())];
    }

private:
    std::uint64_t state_;
};

}  // namespace pennydrop::testing
