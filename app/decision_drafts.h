// SPDX-License-Identifier: Apache-2.0
// What is half typed about for-now decisions: the fields of their form, and those that wait to be gone on with.
// Threads: the functions that take a journal run on the worker's thread, the others anywhere.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/form_draft_store.h"
#include "journal/journal.h"
#include "unsaved_follow_ups.h"
#include "unsaved_forms.h"

namespace pennydrop::app {

/// Numbers of FormField; stored, and never changed.
enum class DecisionField : std::int32_t { kWhat = 1, kHow = 2, kUntil = 3, kOutcome = 4, kEndWords = 5 };

/// What the disk does not take.
struct UnsavedWords {
    std::shared_ptr<UnsavedFollowUps> notes{};
    std::shared_ptr<UnsavedForms> forms{};
};

/// Saves what is typed in the form; what the disk does not take is held, and outlives a lock. Where it would overwrite
/// what nobody has looked at (not `known`), or there is no such form any more, the words become a draft of a note of
/// their entry (append_written()). Overwrites both.
[[nodiscard]] Status put_by_decision(Journal& journal, const FormKey& key, bool known, std::vector<FormField>& fields,
                                     WrittenFollowUp& words, const UnsavedWords& held);

/// Adds a note to the entry; its draft of a follow-up stays. Several changes: for together().
[[nodiscard]] Status add_note(Journal& journal, EntryId entry, const FollowUpContent& note, Timestamp now);

/// What comes in the place of a decision that is adapted.
struct NextDecision {
    DecisionContent content{};
    std::string end_words{};    ///< Typed where it was to be ended: they become a note.
    bool form_is_known{false};  ///< What is stored of its form was looked at, and goes.
};

struct WaitingDecisions {
    std::vector<FormKey> forms{};
    bool notes_were_made{false};
};

/// The forms of an entry's decisions that somebody has typed into. What was typed about a decision that does not hold
/// any more becomes a note of the entry: nobody could go on with it.
[[nodiscard]] Result<WaitingDecisions> waiting_decisions(Journal& journal, EntryId entry, UnsavedForms& unsaved,
                                                         LocalTime now);

}  // namespace pennydrop::app
