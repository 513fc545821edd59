// SPDX-License-Identifier: Apache-2.0
// Promises of entry_links.h and link_picker.h: a link is seen from both ends, made and taken away with undo, and the
// other entry is found by its words.
#include <QTest>

#include "life_fixture.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

class EntryLinksTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void a_link_is_seen_from_both_ends();
    void relations_have_a_direction_data();
    void relations_have_a_direction();
    void a_link_is_taken_away_and_comes_back();
    void a_link_made_can_be_undone();
    void one_the_other_way_round_is_told();
    void a_removed_entry_is_not_listed();
    void the_other_entry_is_found();
    void what_makes_sense_depends_on_the_kinds();
    void a_lock_leaves_nothing();

private:
    static int relation(LifeFixture& f, int row) {
        return of_row(*f.life.links(), row, SummaryRows::RelationRole).toInt();
    }
};

void EntryLinksTest::a_link_is_seen_from_both_ends() {
    LifeFixture f;
    const EntryId bulb = f.open_with(EntryKind::kLightBulb, QStringLiteral("One form for both."));
    const EntryId barrier = f.journal.add(EntryKind::kBarrier, QStringLiteral("Two forms."), 24h);
    f.life.links()->add(barrier.value, LinkRelations::Answers);
    f.settle();
    QCOMPARE(f.life.links()->count(), 1);
    QCOMPARE(relation(f, 0), static_cast<int>(LinkRelations::Answers));
    QCOMPARE(of_row(*f.life.links(), 0, SummaryRows::PreviewRole).toString(), QStringLiteral("Two forms."));
    QCOMPARE(of_row(*f.life.links(), 0, SummaryRows::DayRole).toString(), QStringLiteral("Yesterday"));
    QCOMPARE(of_row(*f.life.links(), 0, SummaryRows::KindRole).toInt(), 3);
    f.show(barrier);
    QCOMPARE(f.life.links()->count(), 1);
    QCOMPARE(relation(f, 0), static_cast<int>(LinkRelations::AnsweredBy));
    QCOMPARE(of_row(*f.life.links(), 0, SummaryRows::EntryIdRole).toLongLong(), bulb.value);
}

void EntryLinksTest::relations_have_a_direction_data() {
    QTest::addColumn<int>("relation");
    QTest::addColumn<int>("seen_there");
    QTest::newRow("came from") << 1 << 3;
    QTest::newRow("answers") << 2 << 4;
    QTest::newRow("led to") << 3 << 1;
    QTest::newRow("answered by") << 4 << 2;
}

void EntryLinksTest::relations_have_a_direction() {
    QFETCH(int, relation);
    QFETCH(int, seen_there);
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kLightBulb).is_set());
    const EntryId other = f.journal.add(EntryKind::kLightBulb, QStringLiteral("other"));
    f.life.links()->add(other.value, relation);
    f.settle();
    QCOMPARE(EntryLinksTest::relation(f, 0), relation);
    f.show(other);
    QCOMPARE(EntryLinksTest::relation(f, 0), seen_there);
}

void EntryLinksTest::a_link_is_taken_away_and_comes_back() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kLightBulb).is_set());
    const EntryId other = f.journal.add(EntryKind::kSetback, QStringLiteral("other"));
    f.life.links()->add(other.value, LinkRelations::CameFrom);
    f.settle();
    f.changed.clear();
    f.life.links()->remove(other.value, LinkRelations::CameFrom);
    f.settle();
    QCOMPARE(f.life.links()->count(), 0);
    QCOMPARE(f.removal.message(), QStringLiteral("Link taken away"));
    QCOMPARE(f.changed.count(), 2);
    f.undo();
    QCOMPARE(f.life.links()->count(), 1);
    QCOMPARE(relation(f, 0), static_cast<int>(LinkRelations::CameFrom));
    QVERIFY(!f.removal.pending());
}

void EntryLinksTest::a_link_made_can_be_undone() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kLightBulb).is_set());
    const EntryId other = f.journal.add(EntryKind::kSetback, QStringLiteral("other"));
    f.life.links()->add(other.value, LinkRelations::LedTo);
    f.settle();
    QCOMPARE(f.removal.message(), QStringLiteral("Linked"));
    f.undo();
    QCOMPARE(f.life.links()->count(), 0);
    f.life.links()->add(other.value, LinkRelations::None);
    f.life.links()->add(other.value, 5);
    f.settle();
    QCOMPARE(f.life.links()->count(), 0);
}

void EntryLinksTest::one_the_other_way_round_is_told() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kLightBulb).is_set());
    const EntryId other = f.journal.add(EntryKind::kSetback, QStringLiteral("other"));
    f.life.links()->add(other.value, LinkRelations::CameFrom);
    f.settle();
    f.life.links()->add(other.value, LinkRelations::LedTo);
    f.settle();
    QVERIFY(f.life.links()->message().contains(QStringLiteral("other way round")));
    QCOMPARE(f.life.links()->count(), 1);
}

void EntryLinksTest::a_removed_entry_is_not_listed() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kLightBulb).is_set());
    const EntryId other = f.journal.add(EntryKind::kSetback, QStringLiteral("other"));
    f.life.links()->add(other.value, LinkRelations::CameFrom);
    f.settle();
    f.removal.remove(other);
    f.settle();
    QCOMPARE(f.life.links()->count(), 0);
    f.undo();
    QCOMPARE(f.life.links()->count(), 1);
}

void EntryLinksTest::the_other_entry_is_found() {
    LifeFixture f;
    const EntryId self = f.open_with(EntryKind::kLightBulb, QStringLiteral("The discharge letter was read aloud."));
    const EntryId like = f.journal.add(EntryKind::kSetback, QStringLiteral("A discharge letter nobody had read."), 24h);
    const EntryId other = f.journal.add(EntryKind::kBarrier, QStringLiteral("Keys, store room."), 48h);
    LinkPicker& picker = *f.life.picker();
    QCOMPARE(picker.count(), 0);
    picker.begin();
    f.settle();
    QVERIFY(picker.active());
    QCOMPARE(picker.count(), 1);
    QCOMPARE(of_row(picker, 0, SummaryRows::EntryIdRole).toLongLong(), like.value);
    picker.setWords(QStringLiteral("store"));
    QTRY_COMPARE(of_row(picker, 0, SummaryRows::EntryIdRole).toLongLong(), other.value);
    QCOMPARE(picker.count(), 1);
    picker.setWords(QStringLiteral("letter"));
    QTRY_COMPARE(of_row(picker, 0, SummaryRows::EntryIdRole).toLongLong(), like.value);
    QVERIFY(picker.count() == 1 && self.is_set());
    picker.close();
    QCOMPARE(picker.count(), 0);
    QVERIFY(picker.words().isEmpty());
}

void EntryLinksTest::what_makes_sense_depends_on_the_kinds() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kLightBulb, QStringLiteral("bulb")).is_set());
    const EntryId barrier = f.journal.add(EntryKind::kBarrier, QStringLiteral("store barrier"));
    const EntryId bulb = f.journal.add(EntryKind::kLightBulb, QStringLiteral("store bulb"));
    f.life.picker()->begin();
    f.life.picker()->setWords(QStringLiteral("store"));
    QTRY_COMPARE(f.life.picker()->count(), 2);
    QCOMPARE(f.life.picker()->relationsTo(barrier.value), (QList<int>{2, 1, 3}));
    QCOMPARE(f.life.picker()->relationsTo(bulb.value), (QList<int>{1, 3}));
    QVERIFY(f.life.picker()->relationsTo(4711).isEmpty());
}

void EntryLinksTest::a_lock_leaves_nothing() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kLightBulb).is_set());
    const EntryId other = f.journal.add(EntryKind::kSetback, QStringLiteral("other"));
    f.life.links()->add(other.value, LinkRelations::CameFrom);
    f.life.picker()->begin();
    f.life.picker()->setWords(QStringLiteral("other"));
    f.settle();
    QVERIFY(f.journal.close());
    QTest::qWait(50);
    QCOMPARE(f.life.links()->count(), 0);
    QCOMPARE(f.life.picker()->count(), 0);
    QVERIFY(!f.life.picker()->active());
    QVERIFY(f.life.picker()->words().isEmpty());
}

QTEST_MAIN(EntryLinksTest)
#include "tst_entry_links.moc"
