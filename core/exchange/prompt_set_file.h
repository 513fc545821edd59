// SPDX-License-Identifier: Apache-2.0
// A set of questions as a JSON file: read strictly, with the place of what is wrong; and written.
// Threads: pure functions.
// Specification: docs/prompt-sets.md; vectors in tests/vectors/prompt_sets.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "journal/prompt_set.h"

namespace pennydrop {

inline constexpr std::size_t kMaxPromptFileBytes = 64UL * 1024;
inline constexpr int kPromptFileVersion = 1;

/// Why a file was refused.
struct PromptFileFault {
    enum class What {
        kTooLarge,         ///< More than kMaxPromptFileBytes.
        kNotJson,          ///< `line` and `column` say where it stops being JSON.
        kTooDeep,          ///< Objects in objects in objects.
        kDuplicateKey,     ///< `place` ends with the key.
        kNotPrompts,       ///< JSON, but "format" is not "pennydrop-prompts".
        kNewerVersion,     ///< Made for a later Pennydrop.
        kUnknownKey,       ///< A name this version does not know.
        kMissingKey,       ///< A name that must be there is not.
        kWrongType,        ///< A text where a list should be, and the like.
        kBadId,            ///< Small letters, digits and hyphens; at most kMostPromptIdBytes.
        kDuplicateId,      ///< Two questions with the same id.
        kBadKind,          ///< Not a kind of entry, or one twice, or none.
        kBadLanguage,      ///< Not two or three small letters.
        kLanguagesDiffer,  ///< A question is not in the same languages as the name.
        kBadText,          ///< Empty, too long, more than one line, or with characters that do not show.
        kNoQuestions,
        kTooManyQuestions,
    };
    What what{What::kNotJson};
    std::string place{};  ///< As a JSON pointer (RFC 6901): "/questions/2/text/en". Empty for the file as a whole.
    std::size_t line{0};  ///< From 1, of kNotJson; 0 otherwise.
    std::size_t column{0};

    bool operator==(const PromptFileFault&) const = default;
};

/// "too-large" and so on: the names the vectors use.
[[nodiscard]] std::string_view prompt_fault_name(PromptFileFault::What what) noexcept;

/// What could be better in a set that is accepted.
struct PromptAdvice {
    enum class What {
        kLong,     ///< More than kGoodPromptWords words.
        kAsksWho,  ///< Words of blame (blame_words.h): a good question asks what and how, never who.
    };
    What what{What::kLong};
    std::string place{};

    bool operator==(const PromptAdvice&) const = default;
};

struct ReadPromptSet {
    PromptSet set{};
    std::vector<PromptAdvice> advice{};
};

[[nodiscard]] std::expected<ReadPromptSet, PromptFileFault> read_prompt_set(std::string_view file);

/// `set` is sound. read_prompt_set() gives it back as it was.
[[nodiscard]] std::string write_prompt_set(const PromptSet& set);

}  // namespace pennydrop
