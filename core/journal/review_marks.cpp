// SPDX-License-Identifier: Apache-2.0
#include "journal/review_rows.h"
#include "journal/rows.h"

namespace pennydrop {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// An interval as one number of the table `setting`.
constexpr std::int64_t kDaysInNumber = 10'000;
static_assert(kMostReviewDays < kDaysInNumber);

std::int64_t number_of_interval(const ReviewInterval& interval) {
    return interval.months * kDaysInNumber + interval.days;
}

ReviewInterval interval_of(std::int64_t number) {
    return {.months = static_cast<std::uint8_t>(number / kDaysInNumber),
            .days = static_cast<std::uint16_t>(number % kDaysInNumber)};
}

Status save_mark(Connection& database, EntryId entry, std::optional<CivilDate> looked_on,
                 std::optional<CivilDate> snoozed_until, std::optional<ReviewQuestion> question) {
    const auto number = [](const std::optional<CivilDate>& day) {
        return day ? std::optional{day_number(*day)} : std::nullopt;
    };
    auto save = database.prepare(
        "INSERT INTO review_mark (entry_id, looked_on, snoozed_until, question) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (entry_id) DO UPDATE SET looked_on = coalesce(?2, looked_on), snoozed_until = ?3, question = ?4");
    if (!save) {
        return pass_on(save);
    }
    save->bind(1, entry.value);
    save->bind(2, number(looked_on));
    save->bind(3, number(snoozed_until));
    save->bind(4, number_of(question));
    return save->run();
}

}  // namespace

Status mark_looked_at(Connection& database, EntryId entry, CivilDate today) {
    return save_mark(database, entry, today, std::nullopt, std::nullopt);
}

Status mark_snoozed(Connection& database, EntryId entry, ReviewQuestion question, CivilDate until) {
    return save_mark(database, entry, std::nullopt, until, question);
}

Status restore_mark(Connection& database, const ReviewItem& item) {
    // While the item was due, the entry was not looked at since that day.
    const CivilDate before{sys_days{item.due} - days{1}};
    return item.reason == ReviewReason::kSnoozed ? save_mark(database, item.entry, before, item.due, item.question)
                                                 : save_mark(database, item.entry, before, std::nullopt, std::nullopt);
}

Status snooze_decision(Connection& database, DecisionId decision, std::optional<CivilDate> until) {
    auto update = database.prepare(
        "UPDATE decision SET snoozed_until = ?2 WHERE id = ?1 AND outcome IS NULL AND removed_at IS NULL");
    if (!update) {
        return pass_on(update);
    }
    update->bind(1, decision.value);
    update->bind(2, until ? std::optional{day_number(*until)} : std::nullopt);
    return require_change(database, *update);
}

Result<ReviewSchedule> load_schedule(Connection& database) {
    auto select = database.prepare(
        "SELECT value FROM setting WHERE name LIKE 'review\\_interval\\__' ESCAPE '\\'"
        " AND value > 0 ORDER BY name");
    auto is_set = database.query_integer("SELECT count(*) FROM setting WHERE name = 'review_intervals'");
    if (!select || !is_set) {
        return select ? pass_on(is_set) : pass_on(select);
    }
    ReviewSchedule schedule;
    if (*is_set == 0) {
        return schedule;
    }
    schedule.intervals.clear();
    for (;;) {
        auto row = select->step();
        if (!row) {
            return pass_on(row);
        }
        if (!*row) {
            break;
        }
        schedule.intervals.push_back(interval_of(select->integer(0)));
    }
    return schedule.is_valid() ? schedule : ReviewSchedule{};
}

Status save_schedule(Connection& database, const ReviewSchedule& schedule) {
    if (auto erased = database.execute("DELETE FROM setting WHERE name LIKE 'review\\_interval%' ESCAPE '\\'");
        !erased) {
        return erased;
    }
    auto insert = database.prepare("INSERT INTO setting (name, value) VALUES (?1, ?2)");
    if (!insert) {
        return pass_on(insert);
    }
    insert->bind(1, std::string_view{"review_intervals"});
    insert->bind(2, static_cast<std::int64_t>(schedule.intervals.size()));
    if (auto inserted = insert->run(); !inserted) {
        return inserted;
    }
    int number = 0;
    for (const ReviewInterval& interval : schedule.intervals) {
        insert->reset();
        insert->bind(1, std::string_view{"review_interval_" + std::to_string(++number)});
        insert->bind(2, number_of_interval(interval));
        if (auto inserted = insert->run(); !inserted) {
            return inserted;
        }
    }
    return {};
}

}  // namespace pennydrop
