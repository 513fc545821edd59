// SPDX-License-Identifier: Apache-2.0
// Folding of names, so that case, accents and spaces do not make two of one.
// Threads: pure functions.
// Specification: docs/vocabulary.md, "Tags".
#pragma once

#include <string>
#include <string_view>

namespace pennydrop {

/// Small letters without accents for the Latin letters up to U+017F, small letters for Greek and Cyrillic, no combining
/// accents, one space between words and none at the ends; every other character as it is. `name` is valid UTF-8.
[[nodiscard]] std::string fold_name(std::string_view name);

}  // namespace pennydrop
