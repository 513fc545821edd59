// SPDX-License-Identifier: Apache-2.0
// The review queue's statements: what is due, and what was said about it. Private to core/journal.
// Threads: as Connection.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/review_queue.h"
#include "journal/review_schedule.h"
#include "vault/database.h"

namespace pennydrop {

/// Each appends what is due; an entry that is among `items` already is left out, but by its decisions.
[[nodiscard]] Status collect_decisions(Connection& database, const ReviewSchedule& schedule, CivilDate today,
                                       std::vector<ReviewItem>& items);
[[nodiscard]] Status collect_snoozed(Connection& database, const ReviewSchedule& schedule, CivilDate today,
                                     std::vector<ReviewItem>& items);
[[nodiscard]] Status collect_look_backs(Connection& database, const ReviewSchedule& schedule, CivilDate today,
                                        std::vector<ReviewItem>& items);
[[nodiscard]] Status collect_on_this_day(Connection& database, const ReviewSchedule& schedule, CivilDate today,
                                         std::vector<ReviewItem>& items);

[[nodiscard]] Status mark_looked_at(Connection& database, EntryId entry, CivilDate today);
[[nodiscard]] Status mark_snoozed(Connection& database, EntryId entry, ReviewQuestion question, CivilDate until);
/// The mark as it was while `item` was due.
[[nodiscard]] Status restore_mark(Connection& database, const ReviewItem& item);
/// Nothing: no longer snoozed. kNotFound: it has ended, or is removed.
[[nodiscard]] Status snooze_decision(Connection& database, DecisionId decision, std::optional<CivilDate> until);

[[nodiscard]] Result<ReviewSchedule> load_schedule(Connection& database);
[[nodiscard]] Status save_schedule(Connection& database, const ReviewSchedule& schedule);

}  // namespace pennydrop
