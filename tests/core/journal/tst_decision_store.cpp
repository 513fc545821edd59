// SPDX-License-Identifier: Apache-2.0
// For-now decisions: kept, changed while they hold, due on their day, and ended as adapted, adopted or abandoned.
#include <QtTest/QTest>

#include <sqlite3.h>

#include <chrono>
#include <memory>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kAll = 99;

DecisionContent until(CivilDate day, std::string what = "try the board") {
    return {.what = std::move(what), .until = day, .how_we_know = "fewer calls"};
}

}  // namespace

class TestDecisionStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comes_back_whole();
    void what_is_refused();
    void changing();
    void ending();
    void adapting_starts_the_next();
    void a_failed_adapting_changes_nothing();
    void taking_an_end_back();
    void due_on_its_day();
    void removing_and_restoring();
    void goes_and_comes_with_its_entry();
    void found_by_its_words();
    void what_a_later_version_wrote_survives();

private:
    std::unique_ptr<MemoryJournal> journal_;
    EntryId entry_;
};

void TestDecisionStore::init() {
    journal_ = std::make_unique<MemoryJournal>();
    entry_ = journal_->entries.add(content("barrier", 0, EntryKind::kBarrier), {})->id;
}

void TestDecisionStore::comes_back_whole() {
    auto& decisions = journal_->decisions;
    const auto added = decisions.add(entry_, until(2026y / 2 / 28), at(77, -300));
    CHECK_OK(added);
    QVERIFY(added->content == until(2026y / 2 / 28) && added->made == at(77, -300) && added->entry == entry_);
    QVERIFY(!added->end && !added->follows);
    QVERIFY(*decisions.find(added->id) == *added);
    const auto older = decisions.add(entry_, until(1969y / 12 / 31), at(5));
    CHECK_OK(older);
    QVERIFY(*decisions.of(entry_) == (std::vector{*older, *added}));
}

void TestDecisionStore::what_is_refused() {
    auto& decisions = journal_->decisions;
    const auto good = decisions.add(entry_, until(2026y / 1 / 1), at(0));
    CHECK_OK(good);
    DecisionContent no_day = until(2026y / 2 / 30);
    DecisionContent nothing = until(2026y / 1 / 1, " ");
    DecisionContent too_long = until(2026y / 1 / 1, std::string(kMaxNoteBytes + 1, 'x'));
    DecisionContent odd = until(2026y / 1 / 1);
    odd.how_we_know = "caf\xE9";
    for (const auto& wrong : {no_day, nothing, too_long, odd}) {
        CHECK_ERROR(decisions.add(entry_, wrong, at(0)), ErrorCode::kInvalid);
        CHECK_ERROR(decisions.change(good->id, wrong), ErrorCode::kInvalid);
        CHECK_ERROR(decisions.adapt(good->id, "", wrong, at(0)), ErrorCode::kInvalid);
    }
    CHECK_ERROR(decisions.add(EntryId{99}, until(2026y / 1 / 1), at(0)), ErrorCode::kNotFound);
    CHECK_ERROR(decisions.finish(good->id, {.text = "caf\xE9"}), ErrorCode::kInvalid);
    CHECK_ERROR(decisions.finish(DecisionId{99}, {}), ErrorCode::kNotFound);
    QVERIFY(*decisions.of(entry_) == std::vector{*good});
}

void TestDecisionStore::changing() {
    auto& decisions = journal_->decisions;
    const auto added = decisions.add(entry_, until(2026y / 1 / 1), at(0));
    CHECK_OK(added);
    CHECK_OK(decisions.change(added->id, until(2026y / 3 / 1, "other words")));
    QVERIFY(decisions.find(added->id)->content == until(2026y / 3 / 1, "other words"));
    CHECK_OK(decisions.finish(added->id, {}));
    CHECK_ERROR(decisions.change(added->id, until(2026y / 4 / 1)), ErrorCode::kNotFound);
}

void TestDecisionStore::ending() {
    auto& decisions = journal_->decisions;
    for (const auto outcome : {DecisionOutcome::kAdapt, DecisionOutcome::kAdopt, DecisionOutcome::kAbandon}) {
        const auto added = decisions.add(entry_, until(2026y / 1 / 1), at(0));
        CHECK_OK(added);
        const DecisionEnd end{.outcome = outcome, .at = at(9, 60), .text = "it held"};
        CHECK_OK(decisions.finish(added->id, end));
        QVERIFY(decisions.find(added->id)->end == end);
        CHECK_ERROR(decisions.finish(added->id, end), ErrorCode::kNotFound);
    }
    QVERIFY(decisions.due(2030y / 1 / 1, kAll)->empty());
}

void TestDecisionStore::adapting_starts_the_next() {
    auto& decisions = journal_->decisions;
    const auto first = decisions.add(entry_, until(2026y / 1 / 1), at(0));
    CHECK_OK(first);
    const auto next = decisions.adapt(first->id, "too early", until(2026y / 2 / 1, "later in the day"), at(9));
    CHECK_OK(next);
    QVERIFY(next->follows == first->id && next->entry == entry_ && !next->end);
    QVERIFY(*decisions.find(next->id) == *next);
    const auto ended = decisions.find(first->id);
    CHECK_OK(ended);
    QVERIFY(ended->end == (DecisionEnd{.outcome = DecisionOutcome::kAdapt, .at = at(9), .text = "too early"}));
}

void TestDecisionStore::a_failed_adapting_changes_nothing() {
    auto& decisions = journal_->decisions;
    const auto first = decisions.add(entry_, until(2026y / 1 / 1), at(0));
    CHECK_OK(first);
    QCOMPARE(run_sql(journal_->database.handle(),
                     "CREATE TRIGGER refuse BEFORE INSERT ON decision BEGIN SELECT raise(ABORT, 'no'); END"),
             SQLITE_OK);
    QVERIFY(!decisions.adapt(first->id, "x", until(2026y / 2 / 1), at(9)));
    QVERIFY(*decisions.find(first->id) == *first);
}

void TestDecisionStore::taking_an_end_back() {
    auto& decisions = journal_->decisions;
    const auto added = decisions.add(entry_, until(2026y / 1 / 1), at(0));
    CHECK_OK(added);
    CHECK_ERROR(decisions.reopen(added->id), ErrorCode::kNotFound);
    CHECK_OK(decisions.finish(added->id, {.text = "needle"}));
    CHECK_OK(decisions.reopen(added->id));
    QVERIFY(*decisions.find(added->id) == *added);
    QCOMPARE(*journal_->search.count({.words = "needle"}), std::int64_t{0});
}

void TestDecisionStore::due_on_its_day() {
    auto& decisions = journal_->decisions;
    const auto later = decisions.add(entry_, until(2026y / 3 / 2), at(0));
    const auto sooner = decisions.add(entry_, until(2026y / 3 / 1), at(0));
    CHECK_OK(later);
    CHECK_OK(sooner);
    QVERIFY(decisions.due(2026y / 2 / 28, kAll)->empty());
    QVERIFY(*decisions.due(2026y / 3 / 1, kAll) == std::vector{*sooner});
    QVERIFY(*decisions.due(2026y / 3 / 2, kAll) == (std::vector{*sooner, *later}));
    QVERIFY(*decisions.due(2027y / 3 / 2, 1) == std::vector{*sooner});
    CHECK_OK(decisions.finish(sooner->id, {}));
    QVERIFY(*decisions.due(2026y / 3 / 2, kAll) == std::vector{*later});
}

void TestDecisionStore::removing_and_restoring() {
    auto& decisions = journal_->decisions;
    const auto added = decisions.add(entry_, until(2026y / 1 / 1), at(0));
    CHECK_OK(added);
    CHECK_OK(decisions.remove(added->id, {}));
    CHECK_ERROR(decisions.find(added->id), ErrorCode::kNotFound);
    CHECK_ERROR(decisions.remove(added->id, {}), ErrorCode::kNotFound);
    CHECK_ERROR(decisions.change(added->id, until(2026y / 1 / 1)), ErrorCode::kNotFound);
    QVERIFY(decisions.due(2026y / 1 / 1, kAll)->empty() && decisions.of(entry_)->empty());
    CHECK_OK(decisions.restore(added->id));
    QVERIFY(*decisions.of(entry_) == std::vector{*added});
    CHECK_OK(decisions.remove(added->id, {}));
    CHECK_OK(journal_->entries.purge_removed(Timestamp{1}));
    CHECK_ERROR(decisions.restore(added->id), ErrorCode::kNotFound);
}

void TestDecisionStore::goes_and_comes_with_its_entry() {
    auto& decisions = journal_->decisions;
    const auto added = decisions.add(entry_, until(2026y / 1 / 1), at(0));
    CHECK_OK(added);
    CHECK_OK(journal_->entries.remove(entry_, {}));
    QVERIFY(decisions.due(2026y / 1 / 1, kAll)->empty() && decisions.of(entry_)->empty());
    CHECK_ERROR(decisions.find(added->id), ErrorCode::kNotFound);
    CHECK_ERROR(decisions.finish(added->id, {}), ErrorCode::kNotFound);
    CHECK_OK(journal_->entries.restore(entry_));
    QVERIFY(*decisions.of(entry_) == std::vector{*added});
}

void TestDecisionStore::found_by_its_words() {
    auto& decisions = journal_->decisions;
    const auto added = decisions.add(entry_, until(2026y / 1 / 1, "magnets on the board"), at(0));
    CHECK_OK(added);
    QCOMPARE(*journal_->search.count({.words = "magnets barrier calls"}), std::int64_t{1});
    CHECK_OK(decisions.finish(added->id, {.text = "it stuck"}));
    QCOMPARE(*journal_->search.count({.words = "stuck"}), std::int64_t{1});
    CHECK_OK(decisions.remove(added->id, {}));
    QCOMPARE(*journal_->search.count({.words = "magnets"}), std::int64_t{0});
}

void TestDecisionStore::what_a_later_version_wrote_survives() {
    auto& decisions = journal_->decisions;
    const auto added = decisions.add(entry_, until(2026y / 1 / 1), at(0));
    CHECK_OK(added);
    CHECK_OK(decisions.finish(added->id, {}));
    QCOMPARE(run_sql(journal_->database.handle(), "UPDATE decision SET outcome = 60"), SQLITE_OK);
    QVERIFY(decisions.find(added->id)->end->outcome == static_cast<DecisionOutcome>(60));
    QVERIFY(decisions.due(2027y / 1 / 1, kAll)->empty());
}

QTEST_APPLESS_MAIN(TestDecisionStore)
#include "tst_decision_store.moc"
