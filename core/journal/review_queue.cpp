// SPDX-License-Identifier: Apache-2.0
#include "journal/review_queue.h"

#include <algorithm>
#include <tuple>

#include "journal/review_rows.h"
#include "journal/rows.h"
#include "journal/savepoint.h"

namespace pennydrop {

using std::chrono::days;
using std::chrono::sys_days;

Result<std::vector<ReviewItem>> ReviewQueue::due(LocalTime now) const {
    auto intervals = schedule();
    if (!intervals) {
        return pass_on(intervals);
    }
    std::vector<ReviewItem> items;
    const CivilDate today = now.date();
    for (const auto collect : {collect_decisions, collect_snoozed, collect_look_backs, collect_on_this_day}) {
        if (auto collected = collect(*database_, *intervals, today, items); !collected) {
            return pass_on(collected);
        }
    }
    const auto order = [](const ReviewItem& item) {
        return std::tuple{item.reason, item.due, item.entry, item.decision};
    };
    std::ranges::sort(items, {}, order);
    return items;
}

Result<std::int64_t> ReviewQueue::count(LocalTime now) const {
    auto items = due(now);
    if (!items) {
        return pass_on(items);
    }
    return static_cast<std::int64_t>(items->size());
}

Result<ReviewCard> ReviewQueue::card(const ReviewItem& item) const {
    auto entry = EntryStore{*database_}.summary(item.entry);
    if (!entry) {
        return pass_on(entry);
    }
    ReviewCard card{.item = item, .entry = std::move(*entry)};
    if (item.decision) {
        auto decision = DecisionStore{*database_}.find(*item.decision);
        if (!decision) {
            return pass_on(decision);
        }
        card.decision = std::move(*decision);
    }
    return card;
}

Result<FollowUp> ReviewQueue::answer(const ReviewItem& item, const std::string& text, LocalTime now) {
    if (item.decision) {
        return fail(ErrorCode::kInvalid, "a decision is answered by its end");
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    const bool taught = item.question == ReviewQuestion::kSetbackTaught;
    auto added = FollowUpStore{*database_}.add(item.entry,
                                               {.kind = taught ? FollowUpKind::kTaught : FollowUpKind::kAnswer,
                                                .text = text,
                                                .at = now,
                                                .question = item.question},
                                               now.at);
    if (!added) {
        return pass_on(added);
    }
    if (auto marked = mark_looked_at(*database_, item.entry, now.date()); !marked) {
        return pass_on(marked);
    }
    if (auto committed = savepoint->commit(); !committed) {
        return pass_on(committed);
    }
    return added;
}

Status ReviewQueue::nothing_new(const ReviewItem& item, LocalTime now) {
    if (item.decision) {
        return snooze(item, CivilDate{sys_days{now.date()} + kDecisionAgainDays}, now);
    }
    if (auto there = require_entry(*database_, item.entry); !there) {
        return there;
    }
    return mark_looked_at(*database_, item.entry, now.date());
}

Status ReviewQueue::snooze(const ReviewItem& item, CivilDate until, LocalTime now) {
    if (!until.ok() || sys_days{until} <= sys_days{now.date()}) {
        return fail(ErrorCode::kInvalid, "snoozed until no later day");
    }
    if (item.decision) {
        return snooze_decision(*database_, *item.decision, until);
    }
    if (auto there = require_entry(*database_, item.entry); !there) {
        return there;
    }
    return mark_snoozed(*database_, item.entry, item.question, until);
}

Status ReviewQueue::take_back(const ReviewItem& item) {
    return item.decision ? snooze_decision(*database_, *item.decision, std::nullopt) : restore_mark(*database_, item);
}

Result<ReviewSchedule> ReviewQueue::schedule() const {
    return load_schedule(*database_);
}

Status ReviewQueue::set_schedule(const ReviewSchedule& schedule) {
    if (!schedule.is_valid()) {
        return fail(ErrorCode::kInvalid, "review schedule");
    }
    auto savepoint = Savepoint::begin(*database_);
    if (!savepoint) {
        return pass_on(savepoint);
    }
    if (auto saved = save_schedule(*database_, schedule); !saved) {
        return saved;
    }
    return savepoint->commit();
}

}  // namespace pennydrop
