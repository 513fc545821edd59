// SPDX-License-Identifier: Apache-2.0
// The questions offered while writing. They are data: one JSON file for each kind, in the program's resources.
// Threads: pure functions; the built-in sets are read once.
//
// Format (version 1), UTF-8, at most kMaxPromptBytes. Anything else is refused, unknown names included:
//   { "format": 1, "kind": "setback" | "light-bulb" | "barrier",
//     "questions": [ { "id": "surprise", "text": { "en": "What surprised you?", "cy": "..." } }, ... ] }
// One to three questions; an id is lower-case letters, digits and hyphens, and occurs once; a text is a single line of
// at most 15 words, and "en" must be there. A language is a BCP 47 primary subtag.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <vector>

#include "base/result.h"
#include "journal/taxonomy.h"

namespace pennydrop::app {

inline constexpr qsizetype kMaxPromptBytes = 64L * 1024L;
inline constexpr qsizetype kMaxPromptQuestions = 3;
inline constexpr qsizetype kMaxPromptWords = 15;

struct PromptQuestion {
    QString id;
    QHash<QString, QString> text;  ///< By language; "en" is always there.
};

struct PromptSet {
    EntryKind kind{EntryKind::kSetback};
    std::vector<PromptQuestion> questions;

    /// In the language of `locale`, in English where a translation is missing.
    [[nodiscard]] QStringList in(const QLocale& locale) const;
};

/// kInvalid, with the rule that was broken.
[[nodiscard]] Result<PromptSet> parse_prompts(const QByteArray& json);

/// The set that comes with the program.
[[nodiscard]] const PromptSet& built_in_prompts(EntryKind kind);

}  // namespace pennydrop::app
