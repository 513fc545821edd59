// SPDX-License-Identifier: Apache-2.0
// The last draft the disk did not take. It outlives a lock, its words in guarded memory, so that a full disk costs no
// text as long as the program runs.
// Threads: the worker's, but for any().
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/secret.h"
#include "entry_words.h"
#include "journal/entry.h"
#include "private_text.h"

namespace pennydrop::app {

class UnsavedDraft final {
public:
    /// Takes the draft and overwrites the texts it came in.
    void keep(Draft draft) {
        words_.clear();
        for (std::string* const text : words_of(draft.content)) {
            words_.push_back(SecretBytes::copy_of({reinterpret_cast<const std::uint8_t*>(text->data()), text->size()}));
            wipe(*text);
        }
        draft_ = std::move(draft);
        any_ = true;
    }
    [[nodiscard]] std::optional<Draft> copy() const {
        auto draft = draft_;
        if (draft) {
            std::size_t at = 0;
            for (std::string* const text : words_of(draft->content)) {
                const SecretBytes& words = words_[at++];
                text->assign(reinterpret_cast<const char*>(words.data()), words.size());
            }
        }
        return draft;
    }
    void forget() noexcept {
        words_.clear();
        draft_.reset();
        any_ = false;
    }
    /// From any thread.
    [[nodiscard]] bool any() const noexcept { return any_; }

private:
    std::optional<Draft> draft_;      ///< Its texts are empty.
    std::vector<SecretBytes> words_;  ///< As words_of() has them.
    std::atomic<bool> any_{false};
};

}  // namespace pennydrop::app
