// SPDX-License-Identifier: Apache-2.0
#include "entry_words.h"

#include "private_text.h"

namespace pennydrop::app {

std::vector<std::string*> words_of(EntryContent& content) {
    std::vector<std::string*> words{&content.text, &content.meaning, &content.barrier.ask, &content.barrier.ask_role};
    for (std::string& tag : content.tags) {
        words.push_back(&tag);
    }
    return words;
}

void wipe_words(EntryContent& content) {
    for (std::string* const text : words_of(content)) {
        wipe(*text);
    }
    content.tags.clear();
}

bool notes_fit(const EntryContent& content) noexcept {
    return content.meaning.size() <= kMaxNoteBytes && content.barrier.ask.size() <= kMaxNoteBytes &&
           content.barrier.ask_role.size() <= kMaxRoleBytes;
}

}  // namespace pennydrop::app
