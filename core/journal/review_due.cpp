// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>

#include "journal/bind_days.h"
#include "journal/review_rows.h"
#include "journal/rows.h"

namespace pennydrop {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool is_of_schedule(ReviewQuestion question) {
    return question <= ReviewQuestion::kBarrierKeeps;
}

bool is_listed(const std::vector<ReviewItem>& items, EntryId entry) {
    return std::ranges::any_of(items,
                               [entry](const ReviewItem& item) { return item.entry == entry && !item.decision; });
}

/// The first question of a schedule asks what is seen now, the last one what is left of it.
ReviewQuestion question_at(EntryKind kind, std::size_t step, std::size_t steps) {
    const bool is_barrier = kind == EntryKind::kBarrier;
    if (step + 1 == steps) {
        return is_barrier ? ReviewQuestion::kBarrierKeeps : ReviewQuestion::kSetbackTaught;
    }
    if (step == 0) {
        return is_barrier ? ReviewQuestion::kBarrierNow : ReviewQuestion::kSetbackNow;
    }
    return is_barrier ? ReviewQuestion::kBarrierAsk : ReviewQuestion::kSetbackTried;
}

ReviewQuestion question_of_day(EntryKind kind, bool is_cleared) {
    switch (kind) {
        case EntryKind::kLightBulb:
            return ReviewQuestion::kLightBulbDay;
        case EntryKind::kBarrier:
            return is_cleared ? ReviewQuestion::kBarrierStillClear : ReviewQuestion::kBarrierDay;
        case EntryKind::kSetback:
            break;
    }
    return ReviewQuestion::kSetbackDay;
}

std::optional<std::int64_t> integer_or_none(const Statement& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional{row.integer(column)};
}

/// An entry as the statements of this file select it: id, kind, occurred_at, utc_offset, state, learned, looked_on,
/// snoozed_until, question.
struct Candidate {
    EntryId entry{};
    EntryKind kind{EntryKind::kSetback};
    CivilDate day{};
    bool is_settled{false};  ///< A setback learned from, or a cleared barrier: the schedule has nothing to ask.
    bool is_cleared{false};
    std::optional<CivilDate> looked_on{};
    std::optional<CivilDate> snoozed_until{};
    std::optional<ReviewQuestion> question{};

    [[nodiscard]] static Result<Candidate> from_row(const Statement& row) {
        enum Column { kId, kKind, kOccurred, kState = 4, kLearned, kLooked, kSnoozed, kQuestion };
        const auto kind = kind_from_number(row.integer(kKind));
        if (!kind) {
            return fail(ErrorCode::kDamaged, "entry kind");
        }
        Candidate found{.entry = EntryId{row.integer(kId)},
                        .kind = *kind,
                        .day = time_from_row(row, kOccurred).date(),
                        .question = stored<ReviewQuestion>(row, kQuestion)};
        found.is_cleared = *kind == EntryKind::kBarrier && stored<BarrierState>(row, kState) == BarrierState::kCleared;
        found.is_settled = found.is_cleared || (*kind == EntryKind::kSetback && row.integer(kLearned) != 0);
        if (const auto looked = integer_or_none(row, kLooked)) {
            found.looked_on = day_of_number(*looked);
        }
        if (const auto snoozed = integer_or_none(row, kSnoozed)) {
            found.snoozed_until = day_of_number(*snoozed);
        }
        return found;
    }

    [[nodiscard]] bool was_looked_at_since(CivilDate due) const {
        return looked_on && sys_days{*looked_on} >= sys_days{due};
    }
    [[nodiscard]] ReviewQuestion snoozed_question() const {
        return question.value_or(question_of_day(kind, is_cleared));
    }
    /// It was put off, and there is still something to ask: a question of the schedule is answered once the entry is
    /// settled, and must not keep others away when its day has passed.
    [[nodiscard]] bool is_snoozed(CivilDate today) const {
        const bool is_answered = is_settled && is_of_schedule(snoozed_question());
        return snoozed_until && (sys_days{*snoozed_until} > sys_days{today} || !is_answered);
    }
};

/// Calls `take` for each row.
template <typename Take>
Status for_each_candidate(Statement& select, const Take& take) {
    for (;;) {
        auto row = select.step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return {};
        }
        auto found = Candidate::from_row(select);
        if (!found) {
            return pass_on(found);
        }
        take(*found);
    }
}

/// Entries of some days, each with its mark.
Result<Statement> select_days(Connection& database) {
    return database.prepare(
        "SELECT c.id, c.kind, c.occurred_at, c.utc_offset, c.state, c.learned,"
        " m.looked_on, m.snoozed_until, m.question"
        " FROM entry_card AS c LEFT JOIN review_mark AS m ON m.entry_id = c.id"
        " WHERE c.removed_at IS NULL AND c.occurred_at BETWEEN ?1 AND ?2"
        " AND c.occurred_at + c.utc_offset * 60000000 BETWEEN ?3 AND ?4"
        " ORDER BY c.occurred_at");
}

/// The days whose entries `step` of the schedule may be due for today, and some more.
DayRange days_of_step(const ReviewInterval& interval, CivilDate today) {
    // A month is added to a day, never taken from one: from the end of a month that is not the same.
    constexpr days kMonthsDiffer{3};
    const auto back = [&](sys_days due) {
        const CivilDate day{due - days{interval.days}};
        const auto month = (day.year() / day.month()) - std::chrono::months{interval.months};
        return sys_days{month / std::min(day.day(), (month / std::chrono::last).day())};
    };
    return {CivilDate{back(sys_days{today} - kReviewOpenDays) - kMonthsDiffer},
            CivilDate{back(sys_days{today}) + kMonthsDiffer}};
}

/// The same day of an earlier year; 29 February is 28 February where there is none.
bool is_anniversary(CivilDate day, CivilDate today) {
    const auto last = (today.year() / today.month() / std::chrono::last).day();
    return day.year() < today.year() && day.month() == today.month() && std::min(day.day(), last) == today.day();
}

}  // namespace

Status collect_decisions(Connection& database, const ReviewSchedule& /*schedule*/, CivilDate today,
                         std::vector<ReviewItem>& items) {
    auto select = database.prepare(
        "SELECT d.id, d.entry_id, max(d.until_day, coalesce(d.snoozed_until, d.until_day))"
        " FROM decision AS d JOIN entry AS e ON e.id = d.entry_id"
        " WHERE d.until_day <= ?1 AND d.outcome IS NULL AND d.removed_at IS NULL AND e.removed_at IS NULL"
        " AND (d.snoozed_until IS NULL OR d.snoozed_until <= ?1) ORDER BY d.until_day, d.id");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, day_number(today));
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            return {};
        }
        items.push_back({.reason = ReviewReason::kDecision,
                         .question = ReviewQuestion::kDecisionDue,
                         .entry = EntryId{select->integer(1)},
                         .decision = DecisionId{select->integer(0)},
                         .due = day_of_number(select->integer(2))});
    }
}

Status collect_snoozed(Connection& database, const ReviewSchedule& /*schedule*/, CivilDate today,
                       std::vector<ReviewItem>& items) {
    auto select = database.prepare(
        "SELECT c.id, c.kind, c.occurred_at, c.utc_offset, c.state, c.learned,"
        " m.looked_on, m.snoozed_until, m.question"
        " FROM review_mark AS m JOIN entry_card AS c ON c.id = m.entry_id"
        " WHERE m.snoozed_until <= ?1 AND c.removed_at IS NULL");
    if (!select) {
        return pass_on(select);
    }
    select->bind(1, day_number(today));
    return for_each_candidate(*select, [&](const Candidate& found) {
        if (!is_listed(items, found.entry) && found.is_snoozed(today)) {
            items.push_back({.reason = ReviewReason::kSnoozed,
                             .question = found.snoozed_question(),
                             .entry = found.entry,
                             .due = found.snoozed_until.value_or(today)});
        }
    });
}

Status collect_look_backs(Connection& database, const ReviewSchedule& schedule, CivilDate today,
                          std::vector<ReviewItem>& items) {
    auto select = select_days(database);
    if (!select) {
        return pass_on(select);
    }
    for (std::size_t step = 0; step < schedule.intervals.size(); ++step) {
        select->reset();
        bind_range(*select, 1, days_of_step(schedule.intervals[step], today));
        auto taken = for_each_candidate(*select, [&](const Candidate& found) {
            const CivilDate due = later_by(found.day, schedule.intervals[step]);
            if (found.kind != EntryKind::kLightBulb && !found.is_settled && !found.is_snoozed(today) &&
                review_step(schedule, found.day, today) == step && !found.was_looked_at_since(due) &&
                !is_listed(items, found.entry)) {
                items.push_back({.reason = ReviewReason::kLookBack,
                                 .question = question_at(found.kind, step, schedule.intervals.size()),
                                 .entry = found.entry,
                                 .due = due});
            }
        });
        if (!taken) {
            return taken;
        }
    }
    return {};
}

Status collect_on_this_day(Connection& database, const ReviewSchedule& /*schedule*/, CivilDate today,
                           std::vector<ReviewItem>& items) {
    auto first = database.query_integer("SELECT coalesce(min(occurred_at), 0) FROM entry WHERE removed_at IS NULL");
    auto select = select_days(database);
    if (!first || !select) {
        return first ? pass_on(select) : pass_on(first);
    }
    // Nobody's journal is older; a wrong date in one must not cost a search of a thousand years.
    constexpr std::chrono::years kMostYears{100};
    const auto first_year = LocalTime{Timestamp{*first - kMicrosOfOffset}, UtcOffset{}}.date().year();
    for (auto year = std::max(first_year, today.year() - kMostYears); year < today.year(); ++year) {
        // 28 February may have to show the 29th as well.
        const auto last = (year / today.month() / std::chrono::last).day();
        const CivilDate from = year / today.month() / std::min(today.day(), last);
        select->reset();
        bind_range(*select, 1, {from, CivilDate{sys_days{from} + days{1}}});
        auto taken = for_each_candidate(*select, [&](const Candidate& found) {
            if (is_anniversary(found.day, today) && !found.is_snoozed(today) && !found.was_looked_at_since(today) &&
                !is_listed(items, found.entry)) {
                items.push_back({.reason = ReviewReason::kOnThisDay,
                                 .question = question_of_day(found.kind, found.is_cleared),
                                 .entry = found.entry,
                                 .due = today});
            }
        });
        if (!taken) {
            return taken;
        }
    }
    return {};
}

}  // namespace pennydrop
