// SPDX-License-Identifier: Apache-2.0
// Seeded texts whose words are as common and as rare as in a real language: the frequency of a word falls with its rank
// (Zipf's law in Mandelbrot's form), over a vocabulary of 30,000 words. An index built over few sample sentences would
// be far too small.
// Threads: plain functions.
// Source: B. Mandelbrot, "An informational theory of the statistical structure of language", 1953.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "journal/entry.h"

namespace pennydrop::bench {

inline constexpr const char* kCommonWord = "the";          ///< In nearly every text.
inline constexpr const char* kMiddleWord = "meeting";      ///< In about a fifth of the texts.
inline constexpr const char* kRareWord = "chrysanthemum";  ///< In ten texts, however many there are.

/// `count` entries of 200 to 2,000 characters over ten years, written within a week of what they tell of.
[[nodiscard]] std::vector<EntryContent> zipf_entries(std::size_t count, std::uint64_t seed);

}  // namespace pennydrop::bench
