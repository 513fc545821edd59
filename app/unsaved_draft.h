// SPDX-License-Identifier: Apache-2.0
// The last draft the disk did not take. It outlives a lock, its words in guarded memory, so that a full disk costs no
// text as long as the program runs.
// Threads: the worker's.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "base/secret.h"
#include "journal/entry.h"
#include "private_text.h"

namespace pennydrop::app {

class UnsavedDraft final {
public:
    /// Takes the draft and overwrites the text it came in.
    void keep(Draft draft) {
        auto& text = draft.content.text;
        text_ = SecretBytes::copy_of({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
        wipe(text);
        draft_ = std::move(draft);
    }
    [[nodiscard]] std::optional<Draft> copy() const {
        auto draft = draft_;
        if (draft) {
            draft->content.text.assign(reinterpret_cast<const char*>(text_.data()), text_.size());
        }
        return draft;
    }
    void forget() noexcept {
        text_.wipe();
        draft_.reset();
    }

private:
    std::optional<Draft> draft_;  ///< Without its text.
    SecretBytes text_;
};

}  // namespace pennydrop::app
