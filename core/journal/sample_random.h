// SPDX-License-Identifier: Apache-2.0
// Numbers that look like chance and are the same on every platform (the standard's distributions are not). For sample
// data only; nothing secret may come from here.
// Threads: one generator belongs to one thread.
// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (SplitMix64).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace pennydrop::sample {

class SampleRandom {
public:
    explicit constexpr SampleRandom(std::uint64_t seed) noexcept : state_(seed) {}

    [[nodiscard]] constexpr std::uint64_t next() noexcept {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// From 0 to `limit` - 1; 0 for a limit of 0. The bias of the remainder is far below anything a reader could see.
    [[nodiscard]] constexpr std::size_t below(std::size_t limit) noexcept {
        return limit == 0 ? 0 : static_cast<std::size_t>(next() % limit);
    }

    [[nodiscard]] constexpr bool percent(std::size_t chance) noexcept { return below(100) < chance; }

    template <typename T>
    constexpr void shuffle(std::span<T> items) noexcept {
        for (std::size_t left = items.size(); left > 1; --left) {
            std::swap(items[left - 1], items[below(left)]);
        }
    }

private:
    std::uint64_t state_;
};

}  // namespace pennydrop::sample
