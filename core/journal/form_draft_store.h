// SPDX-License-Identifier: Apache-2.0
// What a person has typed into a form and not yet kept: one draft for each form, saved while they type, there again
// after a crash. (Entries and follow-ups have drafts of their own: draft_store.h, follow_up_store.h.)
// Threads: belongs to the thread that owns the vault.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/entry.h"
#include "vault/database.h"

namespace pennydrop {

enum class Form : std::uint8_t {
    kNewDecision,  ///< Of an entry.
    kDecision,     ///< The change of one; its subject is the decision.
    kDecisionEnd,  ///< Likewise.
    kNewTag,       ///< Of the entry's draft.
    kTagName,      ///< Its subject is the tag.
};

/// Which form of which thing.
struct FormKey {
    Form form{Form::kNewDecision};
    std::optional<EntryId> entry{};  ///< Nothing for a form that belongs to no entry.
    std::int64_t subject{0};         ///< 0 for a form that makes something new.

    bool operator==(const FormKey&) const = default;
};

/// One field, by a number of its form's own.
struct FormField {
    std::int32_t field{0};
    std::string text{};  ///< UTF-8, at most kMaxDraftBytes.

    bool operator==(const FormField&) const = default;
};

class FormDraftStore {
public:
    /// Borrows the connection.
    explicit FormDraftStore(Connection& database) noexcept : database_(&database) {}

    /// Replaces the form's draft, or deletes it when there are no fields; durable on return. kInvalid: a text that is
    /// too long or not UTF-8. kNotFound: no such entry, or a removed one; no such decision or tag.
    [[nodiscard]] Status save(const FormKey& key, const std::vector<FormField>& fields, Timestamp now);
    /// In the order they were saved in; none when there is no draft.
    [[nodiscard]] Result<std::vector<FormField>> load(const FormKey& key) const;
    /// Nothing happens when there is no draft.
    [[nodiscard]] Status discard(const FormKey& key);
    /// The forms of an entry that have a draft, those saved first before others. Those of a removed decision wait until
    /// it is restored, or go with it.
    [[nodiscard]] Result<std::vector<FormKey>> of(EntryId entry) const;

private:
    Connection* database_;
};

}  // namespace pennydrop
