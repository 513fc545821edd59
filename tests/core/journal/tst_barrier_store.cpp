// SPDX-License-Identifier: Apache-2.0
// The life of a barrier: every change of its state has a date, whoever makes it.
#include <QtTest/QTest>

#include <sqlite3.h>

#include <chrono>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

namespace {

constexpr std::int64_t kDay = 86'400'000'000;
using enum BarrierState;

EntryContent barrier(std::optional<BarrierState> state, std::int64_t micros = 0) {
    EntryContent one = content("sign-off", micros, EntryKind::kBarrier);
    one.barrier.state = state;
    return one;
}

}  // namespace

class TestBarrierStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_first_state_is_of_when_it_happened();
    void every_change_is_dated();
    void a_change_in_the_editor_is_dated();
    void saying_the_same_again_is_no_change();
    void how_it_stood_then();
    void a_change_is_taken_back();
    void a_changed_time_takes_the_first_state_along();
    void never_before_an_earlier_change();
    void days_until_it_was_cleared();
    void unknown_entries();
    void what_a_later_version_wrote_survives();
};

void TestBarrierStore::the_first_state_is_of_when_it_happened() {
    MemoryJournal journal;
    EntryContent one = barrier(kStuck);
    one.occurred = at(5 * kDay, -300);
    const auto added = journal.entries.add(one, Timestamp{9 * kDay});
    CHECK_OK(added);
    QVERIFY(*journal.barriers.history(added->id) == (std::vector<StateChange>{{kStuck, at(5 * kDay, -300)}}));
    const auto silent = journal.entries.add(barrier({}), {});
    CHECK_OK(silent);
    QVERIFY(journal.barriers.history(silent->id)->empty());
}

void TestBarrierStore::every_change_is_dated() {
    MemoryJournal journal;
    const auto added = journal.entries.add(barrier(kStuck), {});
    CHECK_OK(added);
    CHECK_OK(journal.barriers.set_state(added->id, kMoving, at(kDay, 60)));
    CHECK_OK(journal.barriers.set_state(added->id, std::nullopt, at(2 * kDay)));
    CHECK_OK(journal.barriers.set_state(added->id, kCleared, at(3 * kDay, 60)));
    QVERIFY(*journal.barriers.history(added->id) ==
            (std::vector<StateChange>{
                {kStuck, at(0)}, {kMoving, at(kDay, 60)}, {std::nullopt, at(2 * kDay)}, {kCleared, at(3 * kDay, 60)}}));
    const auto found = journal.entries.find(added->id);
    CHECK_OK(found);
    QVERIFY(found->content.barrier.state == kCleared && found->updated == Timestamp{3 * kDay});
    // The rest of what was said stays.
    EntryContent told = barrier(kStuck);
    told.meaning = "they wait";
    told.barrier.ask = "sign it";
    told.tags = {"beds"};
    const auto other = journal.entries.add(told, {});
    CHECK_OK(other);
    CHECK_OK(journal.barriers.set_state(other->id, kMoving, at(kDay)));
    told.barrier.state = kMoving;
    QVERIFY(journal.entries.find(other->id)->content == told);
}

void TestBarrierStore::a_change_in_the_editor_is_dated() {
    MemoryJournal journal;
    const auto added = journal.entries.add(barrier(kStuck), {});
    CHECK_OK(added);
    CHECK_OK(journal.entries.change(added->id, barrier(kMoving), Timestamp{kDay}));
    CHECK_OK(journal.drafts.save({.entry = added->id, .content = barrier(kCleared)}));
    CHECK_OK(journal.drafts.keep(Timestamp{2 * kDay}));
    QVERIFY(*journal.barriers.history(added->id) ==
            (std::vector<StateChange>{{kStuck, at(0)}, {kMoving, at(kDay)}, {kCleared, at(2 * kDay)}}));
}

void TestBarrierStore::saying_the_same_again_is_no_change() {
    MemoryJournal journal;
    const auto added = journal.entries.add(barrier(kStuck), {});
    CHECK_OK(added);
    CHECK_OK(journal.barriers.set_state(added->id, kStuck, at(kDay)));
    EntryContent other = barrier(kStuck);
    other.text = "other words";
    CHECK_OK(journal.entries.change(added->id, other, Timestamp{kDay}));
    QCOMPARE(journal.barriers.history(added->id)->size(), std::size_t{1});
}

void TestBarrierStore::how_it_stood_then() {
    MemoryJournal journal;
    const auto added = journal.entries.add(barrier(kStuck, kDay), {});
    CHECK_OK(added);
    CHECK_OK(journal.barriers.set_state(added->id, kCleared, at(3 * kDay)));
    QVERIFY(!*journal.barriers.at(added->id, Timestamp{kDay - 1}));
    QVERIFY(*journal.barriers.at(added->id, Timestamp{kDay}) == kStuck);
    QVERIFY(*journal.barriers.at(added->id, Timestamp{3 * kDay - 1}) == kStuck);
    QVERIFY(*journal.barriers.at(added->id, Timestamp{3 * kDay}) == kCleared);
}

void TestBarrierStore::a_change_is_taken_back() {
    MemoryJournal journal;
    const auto added = journal.entries.add(barrier(kStuck), {});
    CHECK_OK(added);
    CHECK_OK(journal.barriers.set_state(added->id, kCleared, at(kDay)));
    CHECK_OK(journal.barriers.take_back(added->id, Timestamp{kDay}));
    QVERIFY(journal.entries.find(added->id)->content.barrier.state == kStuck);
    QCOMPARE(journal.barriers.history(added->id)->size(), std::size_t{1});
    CHECK_OK(journal.barriers.take_back(added->id, Timestamp{kDay}));
    QVERIFY(!journal.entries.find(added->id)->content.barrier.state);
    CHECK_ERROR(journal.barriers.take_back(added->id, {}), ErrorCode::kNotFound);
}

void TestBarrierStore::a_changed_time_takes_the_first_state_along() {
    MemoryJournal journal;
    const auto added = journal.entries.add(barrier(kStuck, 10 * kDay), {});
    CHECK_OK(added);
    CHECK_OK(journal.entries.change(added->id, barrier(kStuck, 4 * kDay), Timestamp{11 * kDay}));
    QVERIFY(journal.barriers.history(added->id)->front().at == at(4 * kDay));
    CHECK_OK(journal.barriers.set_state(added->id, kMoving, at(12 * kDay)));
    CHECK_OK(journal.entries.change(added->id, barrier(kMoving, 20 * kDay), Timestamp{21 * kDay}));
    QVERIFY(*journal.barriers.history(added->id) ==
            (std::vector<StateChange>{{kStuck, at(4 * kDay)}, {kMoving, at(12 * kDay)}}));
}

void TestBarrierStore::never_before_an_earlier_change() {
    MemoryJournal journal;
    const auto added = journal.entries.add(barrier(kStuck, 10 * kDay), {});
    CHECK_OK(added);
    CHECK_OK(journal.barriers.set_state(added->id, kCleared, at(kDay)));  // the clock was put back
    const auto history = journal.barriers.history(added->id);
    CHECK_OK(history);
    QVERIFY(history->back().state == kCleared && history->back().at.at == Timestamp{10 * kDay});
}

void TestBarrierStore::days_until_it_was_cleared() {
    const std::vector<StateChange> life{
        {kStuck, at(0)}, {kCleared, at(5 * kDay)}, {kStuck, at(8 * kDay)}, {kCleared, at(20 * kDay + 5)}};
    QVERIFY(days_until_cleared(at(0), life) == std::chrono::days{20});
    QVERIFY(days_until_cleared(at(-kDay), {life.data(), 2}) == std::chrono::days{6});
    QVERIFY(!days_until_cleared(at(0), {life.data(), 3}));
    QVERIFY(!days_until_cleared(at(0), {}));
}

void TestBarrierStore::unknown_entries() {
    MemoryJournal journal;
    CHECK_ERROR(journal.barriers.set_state(EntryId{9}, kStuck, at(0)), ErrorCode::kNotFound);
    CHECK_ERROR(journal.barriers.take_back(EntryId{9}, {}), ErrorCode::kNotFound);
    const auto added = journal.entries.add(barrier(kStuck), {});
    CHECK_OK(added);
    CHECK_OK(journal.entries.remove(added->id, {}));
    CHECK_ERROR(journal.barriers.set_state(added->id, kMoving, at(0)), ErrorCode::kNotFound);
    QVERIFY(journal.barriers.history(added->id)->empty());
    CHECK_OK(journal.entries.restore(added->id));
    QCOMPARE(journal.barriers.history(added->id)->size(), std::size_t{1});
}

void TestBarrierStore::what_a_later_version_wrote_survives() {
    MemoryJournal journal;
    const auto added = journal.entries.add(barrier(kStuck), {});
    CHECK_OK(added);
    QCOMPARE(
        run_sql(journal.database.handle(), "UPDATE entry_detail SET state = 33; UPDATE barrier_state SET state = 33"),
        SQLITE_OK);
    CHECK_OK(journal.barriers.set_state(added->id, kMoving, at(kDay)));
    CHECK_OK(journal.barriers.take_back(added->id, {}));
    QCOMPARE(ask_sql(journal.database.handle(), "SELECT state FROM entry_detail"), std::string{"33"});
}

QTEST_APPLESS_MAIN(TestBarrierStore)
#include "tst_barrier_store.moc"
