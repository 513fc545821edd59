// SPDX-License-Identifier: Apache-2.0
// Checks on UTF-8 text.
// Threads: pure functions.
// Source: RFC 3629 (no overlong forms, no surrogates, nothing above U+10FFFF).
#pragma once

#include <string_view>

namespace pennydrop {

/// Whether `text` is well-formed UTF-8 without a zero character.
[[nodiscard]] bool is_valid_text(std::string_view text) noexcept;

/// Whether `text` holds nothing but ASCII white space (or nothing at all).
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

}  // namespace pennydrop
