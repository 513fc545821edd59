// SPDX-License-Identifier: Apache-2.0
// All texts of a person in an entry's content, to be guarded or overwritten together.
// Threads: pure functions.
#pragma once

#include <string>
#include <vector>

#include "journal/entry.h"

namespace pennydrop::app {

/// The text, what belongs to it, the tags; always in the same order. Valid until `content` is changed.
[[nodiscard]] std::vector<std::string*> words_of(EntryContent& content);

/// Overwrites all of them. The tags are gone, the other texts are empty.
void wipe_words(EntryContent& content);

/// Whether each but the entry's own text is as long as an entry's may be.
[[nodiscard]] bool notes_fit(const EntryContent& content) noexcept;

}  // namespace pennydrop::app
