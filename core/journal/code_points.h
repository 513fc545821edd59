// SPDX-License-Identifier: Apache-2.0
// The characters of a text, and which of them make words. Private to core/journal.
// Threads: pure functions.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pennydrop {

struct CodePoint {
    char32_t point{0};
    std::size_t begin{0};  ///< In bytes.
    std::size_t size{0};
};

/// `text` is valid UTF-8.
[[nodiscard]] std::vector<CodePoint> code_points(std::string_view text);

/// Whether FTS5's tokenizer unicode61 makes a word of it, by itself or with others.
[[nodiscard]] bool is_word_character(char32_t point) noexcept;

}  // namespace pennydrop
