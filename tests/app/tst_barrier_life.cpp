// SPDX-License-Identifier: Apache-2.0
// Promises of barrier_life.h: one press changes how a barrier stands, undo takes it back, and each change has its day.
#include <QTest>

#include "life_fixture.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

class BarrierLifeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void a_state_is_set_and_dated();
    void undo_takes_the_change_back();
    void it_is_said_how_long_it_took();
    void only_a_barrier_has_a_state();
    void a_failed_change_is_told();
    void a_lock_leaves_nothing();

private:
    static QStringList history(LifeFixture& f) {
        QStringList lines;
        const BarrierLife& barrier = *f.life.barrier();
        for (int row = 0; row < barrier.rowCount(); ++row) {
            lines += of_row(barrier, row, BarrierLife::LabelRole).toString() + u' ' +
                     of_row(barrier, row, BarrierLife::DayRole).toString();
        }
        return lines;
    }
};

void BarrierLifeTest::a_state_is_set_and_dated() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    QCOMPARE(f.reader.state(), 0);
    QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::None));
    f.life.barrier()->setState(1);
    f.settle();
    QCOMPARE(f.reader.state(), 1);
    QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::Stuck));
    QCOMPARE(history(f), QStringList(QStringLiteral("Stuck Today")));
    f.journal.clock.advance(24h);
    f.life.barrier()->setState(2);
    f.settle();
    f.life.barrier()->setState(2);
    f.settle();
    QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::Moving));
    QCOMPARE(history(f), (QStringList{QStringLiteral("Stuck Yesterday"), QStringLiteral("Moving Today")}));
    f.life.barrier()->setState(4);
    f.life.barrier()->setState(-1);
    f.settle();
    QCOMPARE(f.reader.state(), 2);
}

void BarrierLifeTest::undo_takes_the_change_back() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    f.life.barrier()->setState(1);
    f.settle();
    f.life.barrier()->setState(3);
    f.settle();
    QCOMPARE(f.removal.message(), QStringLiteral("Now marked: Cleared"));
    f.undo();
    QCOMPARE(f.reader.state(), 1);
    QCOMPARE(history(f), QStringList(QStringLiteral("Stuck Today")));
    QVERIFY(!f.removal.pending());
}

void BarrierLifeTest::it_is_said_how_long_it_took() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    QVERIFY(f.life.barrier()->clearedAfter().isEmpty());
    f.journal.clock.advance(24h * 12);
    f.life.barrier()->setState(3);
    f.settle();
    QVERIFY(f.life.barrier()->clearedAfter().startsWith(QStringLiteral("Cleared after")));
    f.life.barrier()->setState(2);
    f.settle();
    QVERIFY(f.life.barrier()->clearedAfter().isEmpty());
}

void BarrierLifeTest::only_a_barrier_has_a_state() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kSetback).is_set());
    f.life.barrier()->setState(1);
    f.settle();
    QCOMPARE(f.reader.state(), 0);
    QCOMPARE(f.life.barrier()->count(), 0);
    QVERIFY(!f.removal.pending());
}

void BarrierLifeTest::a_failed_change_is_told() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    f.journal.refuse_writing(true);
    f.life.barrier()->setState(1);
    f.settle();
    QVERIFY(f.life.barrier()->message().contains(QStringLiteral("could not be saved")));
    QCOMPARE(f.reader.state(), 0);
    f.journal.refuse_writing(false);
    f.life.barrier()->setState(1);
    f.settle();
    QVERIFY(f.life.barrier()->message().isEmpty());
    QCOMPARE(f.reader.state(), 1);
}

void BarrierLifeTest::a_lock_leaves_nothing() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kBarrier).is_set());
    f.life.barrier()->setState(3);
    f.settle();
    QCOMPARE(f.life.barrier()->count(), 1);
    QVERIFY(f.journal.close());
    QCOMPARE(f.life.barrier()->count(), 0);
    QVERIFY(f.life.barrier()->clearedAfter().isEmpty());
}

QTEST_MAIN(BarrierLifeTest)
#include "tst_barrier_life.moc"
