// SPDX-License-Identifier: Apache-2.0
// What a list of blame words is made of. One list for each language, in a file of its own (blame_words_en.h). Private
// to core/journal.
// Threads: constant data.
#pragma once

#include <span>
#include <string_view>

#include "journal/blame_words.h"

namespace pennydrop {

/// All words are small letters, with "'" for every apostrophe.
struct BlamePattern {
    /// Words divided by single spaces; "|" divides those that may stand in one place, and "*ed" is any word with this
    /// ending.
    std::string_view words;
    BlameKind kind;
    std::string_view not_after{};   ///< None of these words stands before it.
    std::string_view not_before{};  ///< None of these words follows.
};

struct BlameList {
    std::string_view language;
    std::span<const BlamePattern> patterns;
    std::string_view denials;        ///< One of these in the few words before, in the same sentence, denies blame.
    std::string_view denial_ending;  ///< So does a word that ends so.
};

}  // namespace pennydrop
