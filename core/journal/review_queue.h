// SPDX-License-Identifier: Apache-2.0
// What is worth another look today: setbacks and barriers after a while, for-now decisions whose day has come, what was
// written on this day in earlier years. One question each. Never a streak, a score or a reproach: what nobody looks at
// goes by itself.
// Threads: belongs to the thread that owns the vault.
// Specification: docs/reviewing.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/types.h"
#include "journal/decision_store.h"
#include "journal/entry_store.h"
#include "journal/follow_up_store.h"
#include "journal/review_schedule.h"
#include "vault/database.h"

namespace pennydrop {

enum class ReviewReason : std::uint8_t {
    kDecision,   ///< A for-now decision whose day has come.
    kSnoozed,    ///< Asked for again, for today or an earlier day.
    kLookBack,   ///< The schedule.
    kOnThisDay,  ///< Of this day in an earlier year.
};

/// What is due: small and without text, to be handed back to the queue.
struct ReviewItem {
    ReviewReason reason{ReviewReason::kLookBack};
    ReviewQuestion question{ReviewQuestion::kSetbackNow};
    EntryId entry{};
    std::optional<DecisionId> decision{};  ///< Set for kDecision.
    CivilDate due{};                       ///< The day since when it has been.

    bool operator==(const ReviewItem&) const = default;
};

/// All that a card shows; the full text is EntryStore::find()'s.
struct ReviewCard {
    ReviewItem item{};
    EntrySummary entry{};
    std::optional<Decision> decision{};

    bool operator==(const ReviewCard&) const = default;
};

class ReviewQueue {
public:
    /// Borrows the connection.
    explicit ReviewQueue(Connection& database) noexcept : database_(&database) {}

    /// What is due at `now`, on the calendar of the place it is now at: decisions, then what was snoozed, then the
    /// schedule, then this day; the longest due first. An entry is there once, but for its decisions.
    [[nodiscard]] Result<std::vector<ReviewItem>> due(LocalTime now) const;
    /// How many those are.
    [[nodiscard]] Result<std::int64_t> count(LocalTime now) const;
    /// kNotFound: it was removed meanwhile.
    [[nodiscard]] Result<ReviewCard> card(const ReviewItem& item) const;

    /// Keeps the answer as a follow-up (of what it taught, for kSetbackTaught), and is done with the item. Errors as
    /// FollowUpStore::add(); kInvalid for a decision, which DecisionStore::finish() or adapt() answers.
    [[nodiscard]] Result<FollowUp> answer(const ReviewItem& item, const std::string& text, LocalTime now);
    /// Done with the item: the next one comes by the schedule. A decision is snoozed for kDecisionAgainDays.
    [[nodiscard]] Status nothing_new(const ReviewItem& item, LocalTime now);
    /// Until that day nothing of this entry is asked, but for its decisions; or nothing about this decision. kInvalid:
    /// `until` is not after today.
    [[nodiscard]] Status snooze(const ReviewItem& item, CivilDate until, LocalTime now);
    /// Takes back what answer() (but not its follow-up), nothing_new() or snooze() said: the item is due as before.
    [[nodiscard]] Status take_back(const ReviewItem& item);

    [[nodiscard]] Result<ReviewSchedule> schedule() const;
    /// kInvalid: not is_valid().
    [[nodiscard]] Status set_schedule(const ReviewSchedule& schedule);

    static constexpr std::chrono::days kDecisionAgainDays{7};

private:
    Connection* database_;
};

}  // namespace pennydrop
