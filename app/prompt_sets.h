// SPDX-License-Identifier: Apache-2.0
// The sets of questions that come with the program (app/prompts/sets, in its resources), and what is asked in the
// program's language.
// Threads: pure functions; the files are read once.
// Specification: docs/prompt-sets.md.
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

#include "journal/prompt_set.h"

namespace pennydrop::app {

/// The default set of each kind first.
[[nodiscard]] const std::vector<PromptSet>& built_in_prompt_sets();
[[nodiscard]] const PromptSet& default_prompt_set(EntryKind kind);

/// A BCP 47 primary subtag: "en".
[[nodiscard]] std::string program_language();
[[nodiscard]] QString name_of(const PromptSet& set);
[[nodiscard]] QStringList questions_of(const PromptSet& set);

}  // namespace pennydrop::app
