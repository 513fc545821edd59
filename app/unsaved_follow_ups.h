// SPDX-License-Identifier: Apache-2.0
// Follow-ups and answers the disk did not take, as unsaved_draft.h holds an entry: they outlive a lock, their words in
// guarded memory, so that a full disk costs no text as long as the program runs.
// Threads: the worker's, but for any().
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/secret.h"
#include "journal/follow_up_store.h"
#include "private_text.h"

namespace pennydrop::app {

/// Something written about an entry that is to reach the disk.
struct WrittenFollowUp {
    EntryId entry{};
    std::optional<FollowUpId> changes{};  ///< Nothing: it is the entry's draft.
    FollowUpContent content{};
    Timestamp at{};  ///< When it was to be saved.

    /// The same piece of writing, whatever its words are by now.
    [[nodiscard]] bool continues(const WrittenFollowUp& other) const noexcept {
        return entry == other.entry && changes == other.changes &&
               (changes || (content.kind == other.content.kind && content.question == other.content.question));
    }
};

class UnsavedFollowUps final {
public:
    /// Takes it in place of what it continues, and overwrites the text it came in.
    void keep(WrittenFollowUp written) {
        forget(written);
        std::string& text = written.content.text;
        auto words = SecretBytes::copy_of({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
        wipe(text);
        held_.push_back({std::move(written), std::move(words)});
        any_ = true;
    }
    void forget(const WrittenFollowUp& written) {
        std::erase_if(held_, [&](const Held& held) { return held.written.continues(written); });
        any_ = !held_.empty();
    }
    void clear() noexcept {
        held_.clear();
        any_ = false;
    }
    /// From any thread.
    [[nodiscard]] bool any() const noexcept { return any_; }
    /// Of this entry, or of all.
    [[nodiscard]] std::vector<WrittenFollowUp> copies(std::optional<EntryId> entry = {}) const {
        std::vector<WrittenFollowUp> found;
        for (const Held& held : held_) {
            if (!entry || held.written.entry == *entry) {
                found.push_back(held.written);
                found.back().content.text.assign(reinterpret_cast<const char*>(held.words.data()), held.words.size());
            }
        }
        return found;
    }

private:
    struct Held {
        WrittenFollowUp written{};  ///< Without its text.
        SecretBytes words{};
    };
    std::vector<Held> held_;
    std::atomic<bool> any_{false};
};

}  // namespace pennydrop::app
