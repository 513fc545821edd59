// SPDX-License-Identifier: Apache-2.0
// Characters that do not print, or that turn the direction of the text around them: none belongs into a name or a
// question that came from a file. Private to core/journal.
// Threads: pure function.
#pragma once

#include <cstddef>
#include <string_view>

namespace pennydrop {

/// Bytes of such a character at the start of `text`, which is valid UTF-8: ASCII controls, U+0080 to U+009F, marks and
/// overrides of direction (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), the separators U+2028 and
/// U+2029, U+FEFF. 0 for any other.
[[nodiscard]] std::size_t hidden_character(std::string_view text) noexcept;

}  // namespace pennydrop
