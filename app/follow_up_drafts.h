// SPDX-License-Identifier: Apache-2.0
// What is being written about an entry, on its way to the disk and back. An entry has one draft of a follow-up; here
// nothing written takes the place of something else, and what the disk does not take is held (unsaved_follow_ups.h).
// Threads: the worker's; no state of their own.
#pragma once

#include <optional>

#include "base/result.h"
#include "journal/journal.h"
#include "unsaved_follow_ups.h"

namespace pennydrop::app {

struct LoadedFollowUp {
    WrittenFollowUp written{};
    bool on_disk{false};
};

/// Whether both are about the same: of one kind, and under one question.
[[nodiscard]] bool same_subject(const FollowUpContent& one, const FollowUpContent& other) noexcept;

/// As the entry's draft, in place of an earlier text of the same subject. A draft about something else is not lost: it
/// becomes a note of its entry, which never says that a setback was learned from. Several changes: for together().
[[nodiscard]] Status put_draft(Journal& journal, EntryId entry, const FollowUpContent& content, Timestamp now);
/// As put_draft(), but an earlier text of the same subject stays, above it.
[[nodiscard]] Status bring_back_draft(Journal& journal, EntryId entry, FollowUpContent content, Timestamp now);
/// Deletes the draft if it is about this.
[[nodiscard]] Status drop_draft(Journal& journal, EntryId entry, const FollowUpContent& subject);

/// Saves it, as a draft or into the follow-up it changes, and overwrites its text. What the disk does not take goes to
/// `unsaved`; kNotFound: its entry was removed meanwhile, and it goes with it.
[[nodiscard]] Status save_written(Journal& journal, WrittenFollowUp& written, UnsavedFollowUps& unsaved);
/// As save_written(), but a draft about the same that came since stays, above it.
[[nodiscard]] Status bring_back_written(Journal& journal, WrittenFollowUp& written, UnsavedFollowUps& unsaved);
/// Adds it to whatever is being written about its entry, held if need be.
[[nodiscard]] Status append_written(Journal& journal, WrittenFollowUp& written, UnsavedFollowUps& unsaved);
/// Tries once more to save what is held, of one entry or of all. The disk may still refuse.
void save_held(Journal& journal, UnsavedFollowUps& unsaved, std::optional<EntryId> entry = {});
/// What was being written about the entry last time; what was held is saved first, if the disk takes it now.
[[nodiscard]] Result<std::optional<LoadedFollowUp>> load_written(Journal& journal, EntryId entry,
                                                                 UnsavedFollowUps& unsaved);
/// As load_written(), but only a draft about this: what was begun under another question is no answer to this one.
[[nodiscard]] Result<std::optional<LoadedFollowUp>> load_draft_about(Journal& journal, EntryId entry,
                                                                     const FollowUpContent& subject,
                                                                     UnsavedFollowUps& unsaved);

}  // namespace pennydrop::app
