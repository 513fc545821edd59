// SPDX-License-Identifier: Apache-2.0
// Links between entries: in both directions, each once, and back after an undo.
#include <QtTest/QTest>

#include <sqlite3.h>

#include <memory>

#include "memory_journal.h"
#include "support/check_result.h"
#include "support/sealed_database.h"

using namespace pennydrop;
using namespace pennydrop::testing;

class TestLinkStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listed_at_both_ends();
    void each_once();
    void what_is_refused();
    void removing();
    void survives_the_undo_of_a_delete();
    void gone_with_an_erased_entry();
    void a_later_kind_is_listed();

private:
    [[nodiscard]] std::size_t links_of(EntryId id) const { return journal_->links.of(id)->size(); }

    std::unique_ptr<MemoryJournal> journal_;
    EntryId setback_;
    EntryId bulb_;
    EntryId barrier_;
};

void TestLinkStore::init() {
    journal_ = std::make_unique<MemoryJournal>();
    setback_ = journal_->entries.add(content("setback"), {})->id;
    bulb_ = journal_->entries.add(content("bulb", 1, EntryKind::kLightBulb), {})->id;
    barrier_ = journal_->entries.add(content("barrier", 2, EntryKind::kBarrier), {})->id;
}

void TestLinkStore::listed_at_both_ends() {
    const Link came{bulb_, setback_, LinkKind::kCameFrom};
    const Link answers{bulb_, barrier_, LinkKind::kAnswers};
    CHECK_OK(journal_->links.add(answers, at(1)));
    CHECK_OK(journal_->links.add(came, at(2)));
    const auto of_bulb = journal_->links.of(bulb_);
    CHECK_OK(of_bulb);
    QCOMPARE(of_bulb->size(), std::size_t{2});
    QVERIFY((*of_bulb)[0].link == answers && (*of_bulb)[0].is_outgoing());
    QVERIFY((*of_bulb)[0].other == *journal_->entries.summary(barrier_));
    QVERIFY((*of_bulb)[1].link == came && (*of_bulb)[1].other.id == setback_);
    const auto of_barrier = journal_->links.of(barrier_);
    CHECK_OK(of_barrier);
    QCOMPARE(of_barrier->size(), std::size_t{1});
    QVERIFY(of_barrier->front().link == answers && !of_barrier->front().is_outgoing());
    QVERIFY(of_barrier->front().other == *journal_->entries.summary(bulb_));
    CHECK_OK(journal_->links.add({barrier_, setback_, LinkKind::kCameFrom}, at(3)));
    QVERIFY(journal_->links.of(barrier_)->front().is_outgoing());  // outgoing ones first
}

void TestLinkStore::each_once() {
    const Link came{bulb_, setback_, LinkKind::kCameFrom};
    CHECK_OK(journal_->links.add(came, at(1)));
    CHECK_OK(journal_->links.add(came, at(2)));
    QCOMPARE(links_of(bulb_), std::size_t{1});
    QCOMPARE(links_of(setback_), std::size_t{1});
    CHECK_OK(journal_->links.add({bulb_, setback_, LinkKind::kAnswers}, at(2)));  // of another kind
    QCOMPARE(links_of(setback_), std::size_t{2});
}

void TestLinkStore::what_is_refused() {
    CHECK_ERROR(journal_->links.add({bulb_, bulb_, LinkKind::kAnswers}, at(0)), ErrorCode::kInvalid);
    CHECK_ERROR(journal_->links.add({bulb_, EntryId{99}, LinkKind::kAnswers}, at(0)), ErrorCode::kNotFound);
    CHECK_ERROR(journal_->links.add({EntryId{99}, bulb_, LinkKind::kAnswers}, at(0)), ErrorCode::kNotFound);
    CHECK_OK(journal_->links.add({bulb_, setback_, LinkKind::kCameFrom}, at(0)));
    CHECK_ERROR(journal_->links.add({setback_, bulb_, LinkKind::kCameFrom}, at(0)), ErrorCode::kAlreadyExists);
    QCOMPARE(links_of(bulb_), std::size_t{1});
    CHECK_OK(journal_->entries.remove(barrier_, {}));
    CHECK_ERROR(journal_->links.add({bulb_, barrier_, LinkKind::kAnswers}, at(0)), ErrorCode::kNotFound);
}

void TestLinkStore::removing() {
    const Link came{bulb_, setback_, LinkKind::kCameFrom};
    CHECK_OK(journal_->links.add(came, at(0)));
    CHECK_ERROR(journal_->links.remove({bulb_, setback_, LinkKind::kAnswers}), ErrorCode::kNotFound);
    CHECK_OK(journal_->links.remove(came));
    QCOMPARE(links_of(bulb_) + links_of(setback_), std::size_t{0});
    CHECK_ERROR(journal_->links.remove(came), ErrorCode::kNotFound);
    CHECK_OK(journal_->links.add(came, at(0)));
    QCOMPARE(links_of(bulb_), std::size_t{1});
}

void TestLinkStore::survives_the_undo_of_a_delete() {
    CHECK_OK(journal_->links.add({bulb_, setback_, LinkKind::kCameFrom}, at(0)));
    CHECK_OK(journal_->entries.remove(setback_, {}));
    QCOMPARE(links_of(bulb_), std::size_t{0});
    QCOMPARE(links_of(setback_), std::size_t{0});
    CHECK_OK(journal_->entries.restore(setback_));
    QCOMPARE(links_of(bulb_), std::size_t{1});
    QCOMPARE(links_of(setback_), std::size_t{1});
}

void TestLinkStore::gone_with_an_erased_entry() {
    CHECK_OK(journal_->links.add({bulb_, setback_, LinkKind::kCameFrom}, at(0)));
    CHECK_OK(journal_->entries.remove(setback_, {}));
    CHECK_OK(journal_->entries.purge_removed(Timestamp{1}));
    QCOMPARE(ask_sql(journal_->database.handle(), "SELECT count(*) FROM link"), std::string{"0"});
}

void TestLinkStore::a_later_kind_is_listed() {
    CHECK_OK(journal_->links.add({bulb_, setback_, LinkKind::kCameFrom}, at(0)));
    QCOMPARE(run_sql(journal_->database.handle(), "UPDATE link SET kind = 50"), SQLITE_OK);
    QCOMPARE(links_of(setback_), std::size_t{1});
    QVERIFY(journal_->links.of(bulb_)->front().link.kind == static_cast<LinkKind>(50));
    CHECK_OK(journal_->links.remove(journal_->links.of(bulb_)->front().link));
}

QTEST_APPLESS_MAIN(TestLinkStore)
#include "tst_link_store.moc"
