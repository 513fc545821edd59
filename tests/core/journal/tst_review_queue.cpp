// SPDX-License-Identifier: Apache-2.0
// What is worth another look, and when: docs/reviewing.md rule by rule, by an injected clock.
#include <QtTest/QTest>

#include <sqlite3.h>

#include <chrono>
#include <memory>

#include "memory_journal.h"
#include "support/check_result.h"

using namespace pennydrop;
using namespace pennydrop::testing;
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

LocalTime at_noon(CivilDate day, std::int64_t minutes = 0) {
    const auto civil = sys_days{day}.time_since_epoch() + 12h - std::chrono::minutes{minutes};
    return at(civil / std::chrono::microseconds{1}, minutes);
}

CivilDate after(CivilDate day, int count) {
    return CivilDate{sys_days{day} + days{count}};
}

}  // namespace

class TestReviewQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { journal_ = std::make_unique<MemoryJournal>(); }
    void months_are_the_calendars();
    void schedules_that_are_none();
    void a_setback_comes_back_three_times();
    void a_barrier_has_its_own_questions();
    void a_light_bulb_does_not_come_back_by_the_schedule();
    void what_nobody_looks_at_goes_by_itself();
    void a_setback_learned_from_is_left_alone();
    void a_cleared_barrier_is_left_alone();
    void an_answer_is_a_follow_up();
    void nothing_new_waits_for_the_next_step();
    void snoozed_until_a_day();
    void put_off_past_its_day_it_waits();
    void what_was_said_is_taken_back();
    void decisions_come_due();
    void on_this_day();
    void the_29th_of_february();
    void each_entry_once();
    void in_order();
    void removed_entries_are_not_due();
    void days_are_those_of_both_places();
    void another_schedule();
    void cards();
    void what_is_refused();
    void agrees_with_the_rules_for_every_entry();
    void the_count_does_not_grow_with_the_journal();

private:
    EntryId add(CivilDate day, EntryKind kind = EntryKind::kSetback) {
        EntryContent one = content("words", 0, kind);
        one.occurred = at_noon(day);
        return journal_->entries.add(one, {})->id;
    }
    std::vector<ReviewItem> due(CivilDate today) { return *journal_->review.due(at_noon(today)); }
    /// The question of the one item that is due.
    std::optional<ReviewQuestion> asked(CivilDate today) {
        const auto items = due(today);
        return items.size() == 1 ? std::optional{items.front().question} : std::nullopt;
    }

    std::unique_ptr<MemoryJournal> journal_;
};

void TestReviewQueue::months_are_the_calendars() {
    QVERIFY(later_by(2026y / 1 / 31, {.months = 1}) == 2026y / 2 / 28);
    QVERIFY(later_by(2028y / 1 / 31, {.months = 1}) == 2028y / 2 / 29);
    QVERIFY(later_by(2025y / 11 / 30, {.months = 3}) == 2026y / 2 / 28);
    QVERIFY(later_by(2026y / 2 / 28, {.months = 1}) == 2026y / 3 / 28);
    QVERIFY(later_by(2025y / 12 / 31, {.months = 1, .days = 2}) == 2026y / 2 / 2);
    QVERIFY(later_by(2025y / 12 / 31, {.days = 7}) == 2026y / 1 / 7);
    const ReviewSchedule usual;
    QVERIFY(!review_step(usual, 2026y / 1 / 1, 2026y / 1 / 7));
    QCOMPARE(review_step(usual, 2026y / 1 / 1, 2026y / 1 / 8), std::optional<std::size_t>{0});
    QCOMPARE(review_step(usual, 2026y / 1 / 1, 2026y / 1 / 21), std::optional<std::size_t>{0});
    QVERIFY(!review_step(usual, 2026y / 1 / 1, 2026y / 1 / 22));
    QCOMPARE(review_step(usual, 2026y / 1 / 1, 2026y / 2 / 1), std::optional<std::size_t>{1});
    QCOMPARE(review_step(usual, 2026y / 1 / 1, 2026y / 4 / 14), std::optional<std::size_t>{2});
    QVERIFY(!review_step(usual, 2026y / 1 / 1, 2026y / 4 / 15));
}

void TestReviewQueue::schedules_that_are_none() {
    QVERIFY(ReviewSchedule{}.is_valid());
    QVERIFY(ReviewSchedule{.intervals = {}}.is_valid());
    QVERIFY(
        (ReviewSchedule{.intervals = {{.days = 1}, {.days = 2}, {.months = 1}, {.months = 1, .days = 1}}}.is_valid()));
    QVERIFY((ReviewSchedule{.intervals = {{.days = 27}, {.months = 1}}}.is_valid()));
    for (const auto& wrong :
         {ReviewSchedule{.intervals = {{}}}, ReviewSchedule{.intervals = {{.days = 2}, {.days = 2}}},
          ReviewSchedule{.intervals = {{.months = 1}, {.days = 7}}},
          ReviewSchedule{.intervals = {{.days = 28}, {.months = 1}}},
          ReviewSchedule{.intervals = {{.months = kMostReviewMonths + 1}}},
          ReviewSchedule{.intervals = {{.days = kMostReviewDays + 1}}},
          ReviewSchedule{.intervals = std::vector<ReviewInterval>(7, ReviewInterval{.days = 1})}}) {
        QVERIFY(!wrong.is_valid());
        CHECK_ERROR(journal_->review.set_schedule(wrong), ErrorCode::kInvalid);
    }
    QVERIFY(*journal_->review.schedule() == ReviewSchedule{});
}

void TestReviewQueue::a_setback_comes_back_three_times() {
    const EntryId entry = add(2026y / 1 / 31);
    QVERIFY(due(2026y / 2 / 6).empty());
    const auto first = due(2026y / 2 / 7);
    QCOMPARE(first.size(), std::size_t{1});
    QVERIFY(first.front() == (ReviewItem{.reason = ReviewReason::kLookBack,
                                         .question = ReviewQuestion::kSetbackNow,
                                         .entry = entry,
                                         .due = 2026y / 2 / 7}));
    QVERIFY(asked(2026y / 2 / 20) == ReviewQuestion::kSetbackNow);
    QVERIFY(asked(2026y / 2 / 28) == ReviewQuestion::kSetbackTried);
    QVERIFY(due(2026y / 2 / 28).front().due == 2026y / 2 / 28);
    QVERIFY(asked(2026y / 4 / 30) == ReviewQuestion::kSetbackTaught);
    QVERIFY(due(2026y / 4 / 29).empty());
}

void TestReviewQueue::a_barrier_has_its_own_questions() {
    add(2026y / 1 / 1, EntryKind::kBarrier);
    QVERIFY(asked(2026y / 1 / 8) == ReviewQuestion::kBarrierNow);
    QVERIFY(asked(2026y / 2 / 1) == ReviewQuestion::kBarrierAsk);
    QVERIFY(asked(2026y / 4 / 1) == ReviewQuestion::kBarrierKeeps);
}

void TestReviewQueue::a_light_bulb_does_not_come_back_by_the_schedule() {
    add(2026y / 1 / 1, EntryKind::kLightBulb);
    for (int ago = 0; ago < 364; ++ago) {
        QVERIFY(due(after(2026y / 1 / 1, ago)).empty());
    }
}

void TestReviewQueue::what_nobody_looks_at_goes_by_itself() {
    add(2026y / 1 / 1);
    int seen = 0;
    for (int ago = 0; ago < 364; ++ago) {
        seen += due(after(2026y / 1 / 1, ago)).empty() ? 0 : 1;
    }
    QCOMPARE(seen, 3 * static_cast<int>(kReviewOpenDays.count()));
}

void TestReviewQueue::a_setback_learned_from_is_left_alone() {
    const EntryId entry = add(2026y / 1 / 1);
    const auto taught = journal_->follow_ups.add(entry, {.kind = FollowUpKind::kTaught, .text = "to ask"}, {});
    CHECK_OK(taught);
    for (const CivilDate day : {2026y / 1 / 8, 2026y / 2 / 1, 2026y / 4 / 1}) {
        QVERIFY(due(day).empty());
    }
    CHECK_OK(journal_->follow_ups.remove(taught->id, {}));
    QVERIFY(asked(2026y / 1 / 8) == ReviewQuestion::kSetbackNow);
}

void TestReviewQueue::a_cleared_barrier_is_left_alone() {
    const EntryId entry = add(2026y / 1 / 1, EntryKind::kBarrier);
    CHECK_OK(journal_->barriers.set_state(entry, BarrierState::kMoving, at_noon(2026y / 1 / 2)));
    QVERIFY(asked(2026y / 1 / 8) == ReviewQuestion::kBarrierNow);
    CHECK_OK(journal_->barriers.set_state(entry, BarrierState::kCleared, at_noon(2026y / 1 / 9)));
    QVERIFY(due(2026y / 1 / 9).empty() && due(2026y / 2 / 1).empty());
    CHECK_OK(journal_->barriers.set_state(entry, BarrierState::kStuck, at_noon(2026y / 2 / 2)));
    QVERIFY(asked(2026y / 2 / 2) == ReviewQuestion::kBarrierAsk);
    // What made the barrier cleared counts for barriers only.
    CHECK_OK(journal_->barriers.set_state(entry, BarrierState::kCleared, at_noon(2026y / 2 / 3)));
    EntryContent setback = journal_->entries.find(entry)->content;
    setback.kind = EntryKind::kSetback;
    CHECK_OK(journal_->entries.change(entry, setback, {}));
    QVERIFY(asked(2026y / 2 / 3) == ReviewQuestion::kSetbackTried);
}

void TestReviewQueue::an_answer_is_a_follow_up() {
    const EntryId entry = add(2026y / 1 / 1);
    const LocalTime now = at_noon(2026y / 1 / 10, 60);
    auto item = due(2026y / 1 / 10).front();
    const auto answered = journal_->review.answer(item, "It was the trolley", now);
    CHECK_OK(answered);
    QVERIFY(answered->content == (FollowUpContent{.kind = FollowUpKind::kAnswer,
                                                  .text = "It was the trolley",
                                                  .at = now,
                                                  .question = ReviewQuestion::kSetbackNow}));
    QVERIFY(*journal_->follow_ups.of(entry) == std::vector{*answered});
    QVERIFY(!*journal_->follow_ups.is_learned(entry));
    QVERIFY(due(2026y / 1 / 10).empty() && due(2026y / 1 / 20).empty());
    QVERIFY(asked(2026y / 2 / 1) == ReviewQuestion::kSetbackTried);
    // The last question of a setback: the answer is what it taught.
    item = due(2026y / 4 / 1).front();
    const auto taught = journal_->review.answer(item, "To ask first", at_noon(2026y / 4 / 1));
    CHECK_OK(taught);
    QVERIFY(taught->content.kind == FollowUpKind::kTaught);
    QVERIFY(*journal_->follow_ups.is_learned(entry));
}

void TestReviewQueue::nothing_new_waits_for_the_next_step() {
    const EntryId entry = add(2026y / 1 / 1);
    CHECK_OK(journal_->review.nothing_new(due(2026y / 1 / 8).front(), at_noon(2026y / 1 / 8)));
    QVERIFY(due(2026y / 1 / 8).empty() && due(2026y / 1 / 9).empty());
    QVERIFY(asked(2026y / 2 / 1) == ReviewQuestion::kSetbackTried);
    CHECK_OK(journal_->review.nothing_new(due(2026y / 2 / 1).front(), at_noon(2026y / 2 / 1)));
    QVERIFY(due(2026y / 2 / 1).empty());
    QVERIFY(asked(2026y / 4 / 1) == ReviewQuestion::kSetbackTaught);
    QVERIFY(journal_->follow_ups.of(entry)->empty());
}

void TestReviewQueue::snoozed_until_a_day() {
    const EntryId entry = add(2026y / 1 / 1);
    CHECK_OK(journal_->review.snooze(due(2026y / 1 / 8).front(), 2026y / 1 / 11, at_noon(2026y / 1 / 8)));
    QVERIFY(due(2026y / 1 / 10).empty());
    auto items = due(2026y / 1 / 11);
    QCOMPARE(items.size(), std::size_t{1});
    QVERIFY(items.front() == (ReviewItem{.reason = ReviewReason::kSnoozed,
                                         .question = ReviewQuestion::kSetbackNow,
                                         .entry = entry,
                                         .due = 2026y / 1 / 11}));
    // It does not go by itself: the person asked for it. The same entry is not there twice.
    items = due(2026y / 2 / 5);
    QCOMPARE(items.size(), std::size_t{1});
    QVERIFY(items.front().reason == ReviewReason::kSnoozed);
    CHECK_OK(journal_->review.snooze(items.front(), 2026y / 3 / 1, at_noon(2026y / 2 / 5)));
    QVERIFY(due(2026y / 2 / 28).empty());
    CHECK_OK(journal_->review.nothing_new(due(2026y / 3 / 1).front(), at_noon(2026y / 3 / 1)));
    QVERIFY(due(2026y / 3 / 1).empty() && due(2026y / 3 / 9).empty());
    QVERIFY(asked(2026y / 4 / 1) == ReviewQuestion::kSetbackTaught);
    // What has been learned meanwhile is not asked any more.
    CHECK_OK(journal_->review.snooze(due(2026y / 4 / 1).front(), 2026y / 4 / 9, at_noon(2026y / 4 / 1)));
    CHECK_OK(journal_->follow_ups.add(entry, {.kind = FollowUpKind::kTaught, .text = "to ask"}, {}));
    QVERIFY(due(2026y / 4 / 9).empty());
    // Nor does what it waited for keep it from its day.
    QVERIFY(asked(2027y / 1 / 1) == ReviewQuestion::kSetbackDay);
    QVERIFY(due(2027y / 1 / 1).front().reason == ReviewReason::kOnThisDay);
}

void TestReviewQueue::put_off_past_its_day_it_waits() {
    const EntryId entry = add(2026y / 1 / 1);
    CHECK_OK(journal_->review.snooze(due(2026y / 4 / 1).front(), 2027y / 1 / 5, at_noon(2026y / 4 / 1)));
    CHECK_OK(journal_->follow_ups.add(entry, {.kind = FollowUpKind::kTaught, .text = "to ask"}, {}));
    QVERIFY(due(2027y / 1 / 1).empty());
    QVERIFY(due(2027y / 1 / 5).empty());
    QVERIFY(asked(2028y / 1 / 1) == ReviewQuestion::kSetbackDay);
}

void TestReviewQueue::what_was_said_is_taken_back() {
    add(2026y / 1 / 1);
    const auto item = due(2026y / 1 / 9).front();
    CHECK_OK(journal_->review.nothing_new(item, at_noon(2026y / 1 / 9)));
    CHECK_OK(journal_->review.take_back(item));
    QVERIFY(due(2026y / 1 / 9) == std::vector{item});
    CHECK_OK(journal_->review.snooze(item, 2026y / 1 / 12, at_noon(2026y / 1 / 9)));
    CHECK_OK(journal_->review.take_back(item));
    QVERIFY(due(2026y / 1 / 9) == std::vector{item});
    const auto answered = journal_->review.answer(item, "words", at_noon(2026y / 1 / 9));
    CHECK_OK(answered);
    CHECK_OK(journal_->follow_ups.remove(answered->id, {}));
    CHECK_OK(journal_->review.take_back(item));
    QVERIFY(due(2026y / 1 / 9) == std::vector{item});
    // Of one that was snoozed.
    CHECK_OK(journal_->review.snooze(item, 2026y / 1 / 12, at_noon(2026y / 1 / 9)));
    const auto again = due(2026y / 1 / 13).front();
    CHECK_OK(journal_->review.nothing_new(again, at_noon(2026y / 1 / 13)));
    CHECK_OK(journal_->review.take_back(again));
    QVERIFY(due(2026y / 1 / 13) == std::vector{again});
}

void TestReviewQueue::decisions_come_due() {
    const EntryId entry = add(2025y / 6 / 1, EntryKind::kBarrier);
    const auto decision =
        journal_->decisions.add(entry, {.what = "try the board", .until = 2026y / 3 / 1}, at_noon(2026y / 1 / 1));
    CHECK_OK(decision);
    QVERIFY(due(2026y / 2 / 28).empty());
    const auto items = due(2026y / 5 / 1);
    QCOMPARE(items.size(), std::size_t{1});
    const auto item = items.front();
    QVERIFY(item == (ReviewItem{.reason = ReviewReason::kDecision,
                                .question = ReviewQuestion::kDecisionDue,
                                .entry = entry,
                                .decision = decision->id,
                                .due = 2026y / 3 / 1}));
    CHECK_ERROR(journal_->review.answer(item, "words", at_noon(2026y / 5 / 1)), ErrorCode::kInvalid);
    CHECK_OK(journal_->review.nothing_new(item, at_noon(2026y / 5 / 1)));
    QVERIFY(due(2026y / 5 / 7).empty());
    QVERIFY(due(2026y / 5 / 8).front().due == 2026y / 5 / 8);
    CHECK_OK(journal_->review.snooze(item, 2026y / 5 / 20, at_noon(2026y / 5 / 8)));
    QVERIFY(due(2026y / 5 / 19).empty());
    CHECK_OK(journal_->review.take_back(item));
    QVERIFY(due(2026y / 5 / 8) == std::vector{item});
    CHECK_OK(journal_->review.snooze(item, 2026y / 5 / 20, at_noon(2026y / 5 / 8)));
    CHECK_OK(journal_->decisions.change(decision->id, {.what = "try the board", .until = 2026y / 5 / 10}));
    QVERIFY(due(2026y / 5 / 10).front().due == 2026y / 5 / 10);  // a new day, not snoozed any more
    CHECK_OK(journal_->decisions.finish(decision->id, {}));
    QVERIFY(due(2026y / 5 / 20).empty());
    CHECK_ERROR(journal_->review.snooze(item, 2026y / 6 / 20, at_noon(2026y / 5 / 20)), ErrorCode::kNotFound);
}

void TestReviewQueue::on_this_day() {
    const EntryId bulb = add(2024y / 5 / 20, EntryKind::kLightBulb);
    QVERIFY(due(2024y / 5 / 20).empty());
    QVERIFY(due(2026y / 5 / 19).empty() && due(2026y / 5 / 21).empty() && due(2026y / 4 / 20).empty());
    const auto items = due(2026y / 5 / 20);
    QCOMPARE(items.size(), std::size_t{1});
    QVERIFY(items.front() == (ReviewItem{.reason = ReviewReason::kOnThisDay,
                                         .question = ReviewQuestion::kLightBulbDay,
                                         .entry = bulb,
                                         .due = 2026y / 5 / 20}));
    CHECK_OK(journal_->review.nothing_new(items.front(), at_noon(2026y / 5 / 20)));
    QVERIFY(due(2026y / 5 / 20).empty());
    QVERIFY(asked(2027y / 5 / 20) == ReviewQuestion::kLightBulbDay);
    CHECK_OK(journal_->review.snooze(due(2027y / 5 / 20).front(), 2027y / 5 / 30, at_noon(2027y / 5 / 20)));
    QVERIFY(due(2027y / 5 / 20).empty() && due(2027y / 5 / 29).empty());
    QVERIFY(asked(2027y / 5 / 31) == ReviewQuestion::kLightBulbDay);

    const EntryId barrier = add(2020y / 8 / 1, EntryKind::kBarrier);
    QVERIFY(asked(2026y / 8 / 1) == ReviewQuestion::kBarrierDay);
    CHECK_OK(journal_->barriers.set_state(barrier, BarrierState::kCleared, at_noon(2021y / 1 / 1)));
    QVERIFY(asked(2026y / 8 / 1) == ReviewQuestion::kBarrierStillClear);
    const EntryId setback = add(2020y / 9 / 1);
    CHECK_OK(journal_->follow_ups.add(setback, {.kind = FollowUpKind::kTaught, .text = "to ask"}, {}));
    QVERIFY(asked(2026y / 9 / 1) == ReviewQuestion::kSetbackDay);
}

void TestReviewQueue::the_29th_of_february() {
    add(2024y / 2 / 29, EntryKind::kLightBulb);
    QCOMPARE(due(2028y / 2 / 29).size(), std::size_t{1});
    QVERIFY(due(2028y / 2 / 28).empty() && due(2028y / 3 / 1).empty());
    QCOMPARE(due(2026y / 2 / 28).size(), std::size_t{1});
    QVERIFY(due(2026y / 3 / 1).empty());
    add(2023y / 2 / 28, EntryKind::kLightBulb);
    QCOMPARE(due(2026y / 2 / 28).size(), std::size_t{2});
    QCOMPARE(due(2028y / 2 / 28).size(), std::size_t{1});
    QCOMPARE(due(2028y / 2 / 29).size(), std::size_t{1});
}

void TestReviewQueue::each_entry_once() {
    // A step of the schedule that is a year falls on its day; and it has two decisions besides.
    CHECK_OK(journal_->review.set_schedule({.intervals = {{.months = 12}}}));
    const EntryId entry = add(2025y / 3 / 1);
    for (int i = 0; i < 2; ++i) {
        CHECK_OK(journal_->decisions.add(entry, {.what = "try", .until = 2026y / 3 / 1}, at_noon(2026y / 1 / 1)));
    }
    const auto items = due(2026y / 3 / 1);
    QCOMPARE(items.size(), std::size_t{3});
    QVERIFY(items[0].decision && items[1].decision);
    QVERIFY(items[2].reason == ReviewReason::kLookBack);
}

void TestReviewQueue::in_order() {
    const EntryId today = add(2025y / 3 / 15, EntryKind::kLightBulb);
    const EntryId week = add(2026y / 3 / 8);
    const EntryId month = add(2026y / 2 / 10);
    const EntryId snoozed = add(2026y / 2 / 20);
    CHECK_OK(journal_->review.snooze(due(2026y / 2 / 27).back(), 2026y / 3 / 2, at_noon(2026y / 2 / 27)));
    const EntryId decided = add(2025y / 1 / 1, EntryKind::kBarrier);
    CHECK_OK(journal_->decisions.add(decided, {.what = "try", .until = 2026y / 3 / 14}, at_noon(2026y / 1 / 1)));
    std::vector<EntryId> order;
    for (const auto& item : due(2026y / 3 / 15)) {
        order.push_back(item.entry);
    }
    QVERIFY(order == (std::vector{decided, snoozed, month, week, today}));
    QCOMPARE(*journal_->review.count(at_noon(2026y / 3 / 15)), std::int64_t{5});
}

void TestReviewQueue::removed_entries_are_not_due() {
    const EntryId entry = add(2026y / 1 / 1);
    CHECK_OK(journal_->decisions.add(entry, {.what = "try", .until = 2026y / 1 / 2}, at_noon(2026y / 1 / 1)));
    const auto before = due(2026y / 1 / 8);
    QCOMPARE(before.size(), std::size_t{2});
    CHECK_OK(journal_->entries.remove(entry, {}));
    QVERIFY(due(2026y / 1 / 8).empty() && due(2027y / 1 / 1).empty());
    CHECK_OK(journal_->entries.restore(entry));
    QVERIFY(due(2026y / 1 / 8) == before);
}

void TestReviewQueue::days_are_those_of_both_places() {
    // Written on 1 January at 23:30 in Auckland, which was still the morning of that day in London.
    EntryContent one = content("words");
    one.occurred = at(at_noon(2026y / 1 / 1).at.micros - 90LL * 60'000'000, 13 * 60);
    QVERIFY(one.occurred.date() == CivilDate{2026y / 1 / 1});
    CHECK_OK(journal_->entries.add(one, {}));
    QVERIFY(journal_->review.due(at_noon(2026y / 1 / 7, 0))->empty());
    QCOMPARE(journal_->review.due(at_noon(2026y / 1 / 8, 0))->size(), std::size_t{1});
    // It is the 8th where the reader is, and the 7th in London.
    QCOMPARE(journal_->review.due(at(at_noon(2026y / 1 / 7).at.micros, 13 * 60))->size(), std::size_t{1});
}

void TestReviewQueue::another_schedule() {
    const ReviewSchedule mine{.intervals = {{.days = 2}, {.days = 20}, {.months = 2, .days = 1}, {.months = 6}}};
    CHECK_OK(journal_->review.set_schedule(mine));
    QVERIFY(*journal_->review.schedule() == mine);
    add(2026y / 1 / 1);
    QVERIFY(asked(2026y / 1 / 3) == ReviewQuestion::kSetbackNow);
    QVERIFY(asked(2026y / 1 / 21) == ReviewQuestion::kSetbackTried);
    QVERIFY(asked(2026y / 3 / 2) == ReviewQuestion::kSetbackTried);
    QVERIFY(asked(2026y / 7 / 1) == ReviewQuestion::kSetbackTaught);
    CHECK_OK(journal_->review.set_schedule({.intervals = {{.days = 3}}}));
    QVERIFY(asked(2026y / 1 / 4) == ReviewQuestion::kSetbackTaught);
    CHECK_OK(journal_->review.set_schedule({.intervals = {}}));
    QVERIFY(due(2026y / 1 / 8).empty());
    QVERIFY(*journal_->review.schedule() == ReviewSchedule{.intervals = {}});
    QCOMPARE(due(2027y / 1 / 1).size(), std::size_t{1});
}

void TestReviewQueue::cards() {
    const EntryId entry = add(2026y / 1 / 1);
    const auto decision =
        journal_->decisions.add(entry, {.what = "try", .until = 2026y / 1 / 2}, at_noon(2026y / 1 / 1));
    CHECK_OK(decision);
    const auto items = due(2026y / 1 / 8);
    QCOMPARE(items.size(), std::size_t{2});
    QVERIFY(*journal_->review.card(items[0]) ==
            (ReviewCard{.item = items[0], .entry = *journal_->entries.summary(entry), .decision = *decision}));
    QVERIFY(*journal_->review.card(items[1]) ==
            (ReviewCard{.item = items[1], .entry = *journal_->entries.summary(entry)}));
    CHECK_OK(journal_->entries.remove(entry, {}));
    CHECK_ERROR(journal_->review.card(items[1]), ErrorCode::kNotFound);
}

void TestReviewQueue::what_is_refused() {
    const EntryId entry = add(2026y / 1 / 1);
    const auto item = due(2026y / 1 / 8).front();
    const LocalTime now = at_noon(2026y / 1 / 8);
    CHECK_ERROR(journal_->review.snooze(item, 2026y / 1 / 8, now), ErrorCode::kInvalid);
    CHECK_ERROR(journal_->review.snooze(item, 2026y / 2 / 30, now), ErrorCode::kInvalid);
    CHECK_ERROR(journal_->review.answer(item, " ", now), ErrorCode::kInvalid);
    QVERIFY(due(2026y / 1 / 8) == std::vector{item});
    CHECK_OK(journal_->entries.remove(entry, {}));
    CHECK_ERROR(journal_->review.answer(item, "words", now), ErrorCode::kNotFound);
    CHECK_ERROR(journal_->review.nothing_new(item, now), ErrorCode::kNotFound);
    CHECK_ERROR(journal_->review.snooze(item, 2026y / 1 / 9, now), ErrorCode::kNotFound);
}

void TestReviewQueue::agrees_with_the_rules_for_every_entry() {
    // One setback on each day of two years: the statement's ranges leave none out that the rules name.
    std::vector<std::pair<EntryId, CivilDate>> entries;
    for (CivilDate day = 2027y / 1 / 1; day < 2029y / 1 / 1; day = after(day, 1)) {
        entries.emplace_back(add(day), day);
    }
    const ReviewSchedule usual;
    for (CivilDate today = 2028y / 1 / 1; today < 2028y / 7 / 1; today = after(today, 3)) {
        std::size_t wanted = 0;
        for (const auto& [id, day] : entries) {
            const bool anniversary =
                day.year() < today.year() && day.month() == today.month() && day.day() == today.day();
            wanted += review_step(usual, day, today) || anniversary ? 1 : 0;
        }
        QCOMPARE(due(today).size(), wanted);
    }
}

void TestReviewQueue::the_count_does_not_grow_with_the_journal() {
    const auto steps_with = [](int entries) {
        MemoryJournal journal;
        auto transaction = Transaction::begin(journal.database);
        for (int i = 0; i < entries; ++i) {
            EntryContent one = content("words");
            one.occurred = at_noon(after(2026y / 1 / 1, -180 - i / 15));  // an old and busy journal
            (void)journal.entries.add(one, {});
        }
        (void)transaction->commit();
        std::int64_t steps = 0;
        constexpr int kStepsAtOnce = 10;
        sqlite3_progress_handler(
            journal.database.handle(), kStepsAtOnce,
            [](void* counter) {
                ++*static_cast<std::int64_t*>(counter);
                return 0;
            },
            &steps);
        (void)journal.review.count(at_noon(2026y / 1 / 1));
        sqlite3_progress_handler(journal.database.handle(), 0, nullptr, nullptr);
        return steps;
    };
    const auto few = steps_with(1'500);
    const auto many = steps_with(6'000);
    // Each year of it has one more day like this one.
    CHECK_WITH(many <= few + 1'000, std::to_string(few) + " tens of steps, then " + std::to_string(many));
}

QTEST_APPLESS_MAIN(TestReviewQueue)
#include "tst_review_queue.moc"
