// SPDX-License-Identifier: Apache-2.0
// Promises of removal.h: one thing can be taken back for ten seconds, and what was removed stays in the bin.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "removal.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

std::int64_t in_the_bin(TestJournal& journal) {
    return journal.run([](Journal& open) { return open.bin().count(); }).value_or(-1);
}

}  // namespace

class RemovalTest : public QObject {
    Q_OBJECT

private slots:
    void removes_and_undoes();
    void a_second_removal_settles_the_first();
    void dismisses_itself();
    void its_time_does_not_pass_while_it_is_held();
    void what_is_offered_while_held_has_its_whole_time();
    void a_lock_lets_go();
    void an_entry_that_is_not_there_changes_nothing();
    void tells_when_it_cannot_remove();
    void offers_again_when_it_cannot_restore();
    void says_when_it_was_erased_meanwhile();
    void offers_to_undo_other_things();
    void a_lock_forgets_the_undo_and_deletes_nothing();
};

void RemovalTest::removes_and_undoes() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock);
    QVERIFY(journal.open());
    QSignalSpy removed(&journal.service, &JournalService::entryRemoved);
    QSignalSpy restored(&journal.service, &JournalService::entryRestored);
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    removal.remove(id.value);
    journal.settle();
    QVERIFY(removal.pending());
    QCOMPARE(removal.message(), QStringLiteral("Entry deleted"));
    QCOMPARE(removed.count(), 1);
    QVERIFY(!journal.find(id));
    removal.undo();
    QVERIFY(!removal.pending());
    QVERIFY(removal.message().isEmpty());
    removal.undo();
    journal.settle();
    QCOMPARE(restored.count(), 1);
    QVERIFY(journal.find(id));
}

void RemovalTest::a_second_removal_settles_the_first() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto first = journal.add(EntryKind::kSetback, QStringLiteral("first"));
    const auto second = journal.add(EntryKind::kSetback, QStringLiteral("second"));
    removal.remove(first.value);
    removal.remove(second.value);
    journal.settle();
    removal.undo();
    journal.settle();
    QVERIFY(!journal.find(first));
    QVERIFY(journal.find(second));
    QVERIFY(!removal.pending());
}

void RemovalTest::dismisses_itself() {
    TestJournal journal;
    QCOMPARE(Removal::kUndoTime, std::chrono::milliseconds{10s});
    Removal removal(journal.service, journal.clock, 1s);
    int settled = 0;
    removal.offer(QStringLiteral("Done"), [] {}, [&settled] { ++settled; });
    QTest::qWait(500);
    QVERIFY(removal.pending());
    QTRY_VERIFY_WITH_TIMEOUT(!removal.pending(), 2000);
    QCOMPARE(settled, 1);
    QVERIFY(removal.message().isEmpty());
}

void RemovalTest::its_time_does_not_pass_while_it_is_held() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock, 1s);
    const QSignalSpy held(&removal, &Removal::heldChanged);
    removal.offer(QStringLiteral("Done"), [] {}, {});
    QTest::qWait(600);
    removal.setHeld(true);
    removal.setHeld(true);
    QCOMPARE(held.count(), 1);
    QTest::qWait(1500);
    QVERIFY(removal.pending());
    QElapsedTimer since;
    since.start();
    removal.setHeld(false);
    QTRY_VERIFY_WITH_TIMEOUT(!removal.pending(), 2000);
    QVERIFY2(since.elapsed() < 900, "what was left of its time goes on; it does not begin anew");
}

void RemovalTest::what_is_offered_while_held_has_its_whole_time() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock, 500ms);
    removal.setHeld(true);
    removal.offer(QStringLiteral("One"), [] {}, {});
    QTest::qWait(800);
    QVERIFY(removal.pending());
    removal.setHeld(false);
    QVERIFY(removal.pending());
    QTRY_VERIFY_WITH_TIMEOUT(!removal.pending(), 2000);
}

void RemovalTest::a_lock_lets_go() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock);
    QVERIFY(journal.open());
    removal.offer(QStringLiteral("One"), [] {}, {});
    removal.setHeld(true);
    QVERIFY(journal.close());
    QVERIFY(!removal.held());
    QVERIFY(removal.message().isEmpty());
}

void RemovalTest::an_entry_that_is_not_there_changes_nothing() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock);
    QVERIFY(journal.open());
    QSignalSpy changed(&removal, &Removal::changed);
    removal.remove(4711);
    journal.settle();
    QCOMPARE(changed.count(), 0);
}

void RemovalTest::tells_when_it_cannot_remove() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    QSignalSpy removed(&journal.service, &JournalService::entryRemoved);
    journal.refuse_writing(true);
    removal.remove(id.value);
    journal.settle();
    QVERIFY(!removal.pending());
    QVERIFY(removal.message().contains(QStringLiteral("still there")));
    QCOMPARE(removed.count(), 0);
    removal.dismiss();
    QVERIFY(removal.message().isEmpty());
}

void RemovalTest::offers_again_when_it_cannot_restore() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    removal.remove(id.value);
    journal.settle();
    journal.refuse_writing(true);
    removal.undo();
    journal.settle();
    QVERIFY(removal.pending());
    QVERIFY(removal.message().contains(QStringLiteral("still kept")));
    journal.refuse_writing(false);
    removal.undo();
    journal.settle();
    QVERIFY(journal.find(id));
}

void RemovalTest::says_when_it_was_erased_meanwhile() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    removal.remove(id.value);
    journal.settle();
    QVERIFY(journal.run([id](Journal& open) { return open.bin().erase(id); }));
    removal.undo();
    journal.settle();
    QVERIFY(!removal.pending());
    QVERIFY2(removal.message().contains(QStringLiteral("erased")), qPrintable(removal.message()));
    removal.dismiss();
    QVERIFY(removal.message().isEmpty());
}

void RemovalTest::offers_to_undo_other_things() {
    TestJournal journal;
    Removal removal(journal.service, journal.clock);
    int undone = 0;
    int settled = 0;
    const auto undo = [&undone] { ++undone; };
    const auto settle = [&settled] { ++settled; };
    removal.offer(QStringLiteral("One"), undo, settle);
    removal.offer(QStringLiteral("Two"), undo, settle);
    QCOMPARE(settled, 1);
    QCOMPARE(removal.message(), QStringLiteral("Two"));
    removal.undo();
    removal.dismiss();
    QCOMPARE(undone, 1);
    QCOMPARE(settled, 1);
}

void RemovalTest::a_lock_forgets_the_undo_and_deletes_nothing() {
    TestJournal journal;
    {
        Removal removal(journal.service, journal.clock);
        QVERIFY(journal.open());
        const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
        removal.remove(id.value);
        journal.settle();
        QVERIFY(journal.close());
        QVERIFY(!removal.pending());
        QVERIFY(removal.message().isEmpty());
    }
    QVERIFY(journal.open());
    QCOMPARE(in_the_bin(journal), 1);
}

QTEST_MAIN(RemovalTest)
#include "tst_removal.moc"
