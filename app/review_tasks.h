// SPDX-License-Identifier: Apache-2.0
// What Review has done on the worker's thread. Whatever is done to a card comes back with the way to undo it.
// Threads: the worker's; no state of their own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "decision_drafts.h"
#include "journal/journal.h"
#include "private_text.h"
#include "unsaved_follow_ups.h"

namespace pennydrop::app {

using UndoTask = std::function<Status(Journal&)>;

/// All that a card shows, its texts apart so that they are wiped.
struct LoadedCard {
    ReviewItem item{};
    EntrySummary entry{};  ///< Without its preview.
    PrivateText words{};
    PrivateText answer{};  ///< What was typed before and not kept yet.
    bool answer_on_disk{true};
    PrivateText decided{};
    PrivateText how_we_know{};
    std::optional<CivilDate> decided_until{};
    std::optional<CivilDate> decided_on{};
};

/// What is due at `now`; without "on this day" if that is not wanted.
[[nodiscard]] Result<std::vector<ReviewItem>> due_items(Journal& journal, LocalTime now, bool on_this_day);
/// kNotFound: removed meanwhile. What could not be saved of its answer (`unsaved`) is saved first, if the disk takes
/// it.
[[nodiscard]] Result<LoadedCard> load_card(Journal& journal, const ReviewItem& item, UnsavedFollowUps& unsaved);

/// What an answer to it is, without its words.
[[nodiscard]] FollowUpContent answer_subject(const ReviewItem& item);
/// As the draft of its entry. An empty text takes the draft away; what the disk does not take goes to `unsaved`.
[[nodiscard]] Status save_answer(Journal& journal, const ReviewItem& item, std::string text, LocalTime now,
                                 UnsavedFollowUps& unsaved);
/// The answer was kept by one of the following: what is held of it is not needed any more.
void forget_held(const ReviewItem& item, UnsavedFollowUps& unsaved);

/// Keeps the answer; undone, it is a draft again, below what was typed under the same question since.
[[nodiscard]] Result<UndoTask> keep_answer(Journal& journal, const ReviewItem& item, const std::string& text,
                                           LocalTime now);
/// What was typed for it stays a draft.
[[nodiscard]] Result<UndoTask> say_nothing_new(Journal& journal, const ReviewItem& item, LocalTime now);
[[nodiscard]] Result<UndoTask> snooze(Journal& journal, const ReviewItem& item, CivilDate until, LocalTime now);
/// Ends a decision. `text` may be empty.
[[nodiscard]] Result<UndoTask> end_decision(Journal& journal, const ReviewItem& item, DecisionOutcome outcome,
                                            const std::string& text, LocalTime now);
/// Ends it and starts the next one.
[[nodiscard]] Result<UndoTask> adapt_decision(Journal& journal, const ReviewItem& item, const std::string& text,
                                              const NextDecision& next, LocalTime now);
[[nodiscard]] Result<UndoTask> say_state(Journal& journal, const ReviewItem& item, BarrierState state, LocalTime now);

}  // namespace pennydrop::app
