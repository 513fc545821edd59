// SPDX-License-Identifier: Apache-2.0
// What was typed into forms and refused by the disk when the journal was locked, as unsaved_draft.h holds an entry: it
// outlives the lock, its words in guarded memory, until the disk takes it or its form is begun again.
// Threads: the worker's, but for any().
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "journal/form_draft_store.h"
#include "journal/journal.h"

namespace pennydrop::app {

class UnsavedForms final {
public:
    /// Overwrites the texts it came in. `known`: what was stored or held of the form was looked at, and this takes its
    /// place; else what is held goes before it.
    void keep(const FormKey& key, bool known, std::vector<FormField>& fields);
    void forget(const FormKey& key);
    void clear() noexcept {
        held_.clear();
        any_ = false;
    }
    /// Words are held. From any thread.
    [[nodiscard]] bool any() const noexcept { return any_; }
    [[nodiscard]] bool empty() const noexcept { return held_.empty(); }
    [[nodiscard]] bool holds(const FormKey& key) const;
    /// Else it was emptied, and what is stored is to go.
    [[nodiscard]] bool has_words(const FormKey& key) const;
    [[nodiscard]] std::vector<FormKey> keys() const;
    /// None when nothing is held of it.
    [[nodiscard]] std::vector<FormField> copy(const FormKey& key) const;
    /// Whether it may take the place of what is stored.
    [[nodiscard]] bool known(const FormKey& key) const;

private:
    struct Words {
        std::int32_t field{0};
        SecretBytes text{};
    };
    struct Held {
        FormKey key{};
        bool known{false};
        std::vector<Words> words{};
    };
    [[nodiscard]] const Held* find(const FormKey& key) const;
    void count();

    std::vector<Held> held_;
    std::atomic<bool> any_{false};
};

/// Tries to save what is held of the form. kAlreadyExists: something is stored that nobody has looked at. What was
/// saved, or is about something that is gone, is held no more.
[[nodiscard]] Status save_held_form(Journal& journal, const FormKey& key, UnsavedForms& unsaved, Timestamp now);

struct LoadedForm {
    std::vector<FormField> fields{};
    bool on_disk{true};
};

/// What was typed last; what the disk still refuses stays held. What was stored unseen goes before it.
[[nodiscard]] Result<LoadedForm> load_form(Journal& journal, const FormKey& key, UnsavedForms& unsaved, Timestamp now);

/// Overwrites the texts. The fields are gone.
void wipe_fields(std::vector<FormField>& fields) noexcept;

/// Saves them. kAlreadyExists: something is stored that nobody has looked at (not `known`).
[[nodiscard]] Status save_unless_unknown(Journal& journal, const FormKey& key, bool known,
                                         const std::vector<FormField>& fields, Timestamp now);

/// Whether the disk is to blame, and the same may be saved later.
[[nodiscard]] bool may_be_saved_later(const Status& refused) noexcept;

}  // namespace pennydrop::app
