// SPDX-License-Identifier: Apache-2.0
// Words of blame in a person's own text, for one gentle question on the device. Nothing is blocked, counted or kept.
// Finding too little is better than finding what is none: phrases are whole words, and what denies blame ("it was not
// her fault"), belongs to a clinical term ("an incompetent valve") or is quoted ("> ...") is left alone.
// Threads: pure functions over constant data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pennydrop {

/// Which question helps. The codes of blame_code() are permanent; lists only grow.
enum class BlameKind : std::uint8_t {
    kSomebody,   ///< "whose fault", "they are to blame": what made it likely?
    kSelf,       ///< "my fault", "I let them down": what would you tell a colleague?
    kHindsight,  ///< "she should have checked": what was known at the time?
    kLabel,      ///< "incompetent", "an idiot": what happened, rather than what somebody is?
};

/// "somebody", "self", "hindsight", "label".
[[nodiscard]] std::string_view blame_code(BlameKind kind) noexcept;

/// From byte `begin` to before byte `end`.
struct BlamePhrase {
    std::size_t begin{0};
    std::size_t end{0};
    BlameKind kind{BlameKind::kSomebody};

    bool operator==(const BlamePhrase&) const = default;
};

/// Whether there is a list for `language`, a BCP 47 primary subtag.
[[nodiscard]] bool has_blame_words(std::string_view language) noexcept;

/// In the order of the text, none within another; none for a language without a list. `text` is valid UTF-8.
[[nodiscard]] std::vector<BlamePhrase> find_blame(std::string_view text, std::string_view language);

}  // namespace pennydrop
