// SPDX-License-Identifier: Apache-2.0
// Promises of follow_ups.h and follow_up_writer.h: what a person comes back with stands below the entry in order, is on
// the disk at each pause, and is there again after a lock or a crash.
#include <QElapsedTimer>
#include <QTest>

#include "life_fixture.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

class FollowUpsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void a_note_stands_below_its_entry();
    void what_it_taught_turns_the_mark();
    void each_pause_saves();
    void steady_typing_is_saved();
    void a_draft_comes_back_with_its_entry();
    void a_lock_keeps_the_draft_and_shows_the_entry_again();
    void leaving_the_entry_keeps_what_was_written();
    void a_draft_only_looked_at_stays_one();
    void a_blank_note_leaves_nothing();
    void a_note_is_changed();
    void a_note_is_deleted_and_comes_back();
    void an_emptied_note_is_deleted_with_undo();
    void a_note_thrown_away_comes_back();
    void changes_thrown_away_come_back();
    void a_failed_save_is_told_and_stays_open();
    void a_full_disk_costs_no_note();
    void a_full_disk_costs_no_change();
    void a_change_taken_back_is_not_written_later();
    void done_and_left_at_once_it_is_kept_once();
    void another_entry_has_its_own();
    void a_lock_leaves_nothing();

private:
    static void write(LifeFixture& f, const QString& text, bool taught = false) {
        f.life.writer()->begin(taught);
        f.life.writer()->setText(text);
        f.life.writer()->finish();
        f.settle();
    }
    static QString words(LifeFixture& f, int row) {
        return of_row(*f.life.followUps(), row, FollowUps::WordsRole).toString();
    }
};

void FollowUpsTest::a_note_stands_below_its_entry() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kBarrier);
    QVERIFY(id.is_set());
    QCOMPARE(f.life.followUps()->count(), 0);
    QVERIFY(!f.life.writer()->active());
    f.life.writer()->begin(false);
    QVERIFY(f.life.writer()->active());
    QCOMPARE(f.life.writer()->title(), QStringLiteral("What do you see now?"));
    f.life.writer()->setText(QStringLiteral("It has a name now. \u00e9"));
    f.changed.clear();
    f.life.writer()->finish();
    f.settle();
    QVERIFY(!f.life.writer()->active());
    QVERIFY(f.life.writer()->text().isEmpty());
    QCOMPARE(f.changed.count(), 1);
    QCOMPARE(f.life.followUps()->count(), 1);
    QCOMPARE(words(f, 0), QStringLiteral("It has a name now. \u00e9"));
    QCOMPARE(of_row(*f.life.followUps(), 0, FollowUps::TitleRole).toString(), QStringLiteral("What I see now"));
    QCOMPARE(of_row(*f.life.followUps(), 0, FollowUps::WhenRole).toString(), QStringLiteral("Today, 12:00"));
    f.journal.clock.advance(24h);
    write(f, QStringLiteral("And later"));
    QCOMPARE(f.life.followUps()->count(), 2);
    QCOMPARE(words(f, 1), QStringLiteral("And later"));
    QCOMPARE(of_row(*f.life.followUps(), 0, FollowUps::WhenRole).toString(), QStringLiteral("Yesterday, 12:00"));
    QCOMPARE(of_row(*f.life.followUps(), 1, FollowUps::WhenRole).toString(), QStringLiteral("Today, 12:00"));
    const auto draft = f.journal.run([id](Journal& open) { return open.follow_ups().load_draft(id); });
    QVERIFY(draft && !*draft);
}

void FollowUpsTest::what_it_taught_turns_the_mark() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kSetback).is_set());
    QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::Open));
    write(f, QStringLiteral("Only a note"));
    QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::Open));
    write(f, QStringLiteral("To read names aloud"), true);
    QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::Learned));
    QVERIFY(of_row(*f.life.followUps(), 1, FollowUps::TaughtRole).toBool());
    QCOMPARE(of_row(*f.life.followUps(), 1, FollowUps::TitleRole).toString(), QStringLiteral("What it taught"));
    f.life.followUps()->remove(of_row(*f.life.followUps(), 1, FollowUps::FollowUpIdRole).toLongLong());
    f.settle();
    QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::Open));
    f.undo();
    QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::Learned));
}

void FollowUpsTest::each_pause_saves() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    f.life.writer()->begin(true);
    QVERIFY(!f.life.writer()->saved());
    f.life.writer()->setText(QStringLiteral("Half a sent"));
    QVERIFY(!f.life.writer()->saved());
    QTRY_VERIFY_WITH_TIMEOUT(f.life.writer()->saved(), 3000);
    const auto draft = f.journal.run([id](Journal& open) { return open.follow_ups().load_draft(id); });
    QVERIFY(draft && *draft);
    QCOMPARE((*draft)->text, std::string("Half a sent"));
    QVERIFY((*draft)->kind == FollowUpKind::kTaught);
    QCOMPARE(f.life.followUps()->count(), 0);
}

void FollowUpsTest::steady_typing_is_saved() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    f.life.writer()->begin(false);
    QElapsedTimer typing;
    typing.start();
    while (typing.elapsed() < 1000) {
        f.life.writer()->setText(f.life.writer()->text() + QLatin1Char('x'));
        QTest::qWait(50);
    }
    const auto draft = f.journal.run([id](Journal& open) { return open.follow_ups().load_draft(id); });
    QVERIFY(draft && *draft);
}

void FollowUpsTest::a_draft_comes_back_with_its_entry() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    // As a crash leaves it.
    QVERIFY(f.journal.run([id, now = f.journal.clock.now()](Journal& open) {
        return open.follow_ups().save_draft(
            id, {.kind = FollowUpKind::kTaught, .text = "Half a sent", .at = now, .question = {}}, now.at);
    }));
    f.reader.close();
    f.reader.show(id.value);
    f.life.writer()->begin(false);  // too early: the draft was not looked for
    f.settle();
    QVERIFY(f.life.writer()->active());
    QVERIFY(f.life.writer()->taught());
    QCOMPARE(f.life.writer()->text(), QStringLiteral("Half a sent"));
    QVERIFY(f.life.writer()->saved());
    f.life.writer()->setText(QStringLiteral("Half a sentence"));
    f.life.writer()->finish();
    f.settle();
    QCOMPARE(words(f, 0), QStringLiteral("Half a sentence"));
}

void FollowUpsTest::a_lock_keeps_the_draft_and_shows_the_entry_again() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    f.life.writer()->begin(true);
    f.life.writer()->setText(QStringLiteral("Typed just now"));
    QVERIFY(f.journal.close());
    QVERIFY(!f.life.writer()->active());
    QVERIFY(f.life.writer()->text().isEmpty());
    QVERIFY(f.journal.open());
    f.settle();
    QCOMPARE(f.reader.entryId(), id.value);
    QVERIFY(f.life.writer()->active());
    QCOMPARE(f.life.writer()->text(), QStringLiteral("Typed just now"));
    f.life.writer()->finish();
    f.settle();
    f.reader.close();
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.settle();
    QVERIFY2(!f.reader.shown(), "nothing was being written");
}

void FollowUpsTest::leaving_the_entry_keeps_what_was_written() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    f.life.writer()->begin(true);
    f.life.writer()->setText(QStringLiteral("And off"));
    f.reader.close();
    QVERIFY(!f.life.writer()->active());
    f.settle();
    f.show(id);
    QVERIFY(!f.life.writer()->active());
    QCOMPARE(f.life.followUps()->count(), 1);
    QCOMPARE(words(f, 0), QStringLiteral("And off"));
    QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::Learned));
}

void FollowUpsTest::a_draft_only_looked_at_stays_one() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    f.reader.close();
    // As an answer typed in Review and put off leaves it.
    QVERIFY(f.journal.run([id, now = f.journal.clock.now()](Journal& open) {
        return open.follow_ups().save_draft(id,
                                            {.kind = FollowUpKind::kTaught,
                                             .text = "Half an answer",
                                             .at = now,
                                             .question = ReviewQuestion::kSetbackTaught},
                                            now.at);
    }));
    for (int i = 0; i < 2; ++i) {
        f.show(id);
        QCOMPARE(f.life.writer()->text(), QStringLiteral("Half an answer"));
        QCOMPARE(f.life.followUps()->count(), 0);
        QCOMPARE(f.reader.mark(), static_cast<int>(EntryMarks::Open));
        f.reader.close();
        f.settle();
    }
    f.show(id);
    f.life.writer()->setText(QStringLiteral("A whole answer"));
    f.reader.close();
    f.settle();
    f.show(id);
    QCOMPARE(words(f, 0), QStringLiteral("A whole answer"));
    QVERIFY(!f.life.writer()->active());
}

void FollowUpsTest::a_blank_note_leaves_nothing() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    f.life.writer()->begin(false);
    f.life.writer()->setText(QStringLiteral("a"));
    QTRY_VERIFY_WITH_TIMEOUT(f.life.writer()->saved(), 3000);
    f.life.writer()->setText(QStringLiteral(" \n"));
    f.life.writer()->finish();
    f.settle();
    QVERIFY(!f.life.writer()->active());
    QCOMPARE(f.life.followUps()->count(), 0);
    f.reader.close();
    f.show(id);
    QVERIFY(!f.life.writer()->active());
    QVERIFY(!f.removal.pending());
}

void FollowUpsTest::a_note_is_changed() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kSetback).is_set());
    write(f, QStringLiteral("Before"));
    const auto id = of_row(*f.life.followUps(), 0, FollowUps::FollowUpIdRole).toLongLong();
    f.journal.clock.advance(24h);
    f.life.writer()->change(id);
    QVERIFY(f.life.writer()->active());
    QVERIFY(!f.life.writer()->isNew());
    QCOMPARE(f.life.writer()->followUpId(), id);
    QCOMPARE(f.life.writer()->text(), QStringLiteral("Before"));
    f.life.writer()->setText(QStringLiteral("After"));
    f.life.writer()->begin(false);
    QVERIFY2(!f.life.writer()->isNew(), "one at a time");
    f.life.writer()->finish();
    f.settle();
    QCOMPARE(f.life.followUps()->count(), 1);
    QCOMPARE(words(f, 0), QStringLiteral("After"));
    QCOMPARE(of_row(*f.life.followUps(), 0, FollowUps::WhenRole).toString(), QStringLiteral("Yesterday, 12:00"));
}

void FollowUpsTest::a_note_is_deleted_and_comes_back() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kSetback).is_set());
    write(f, QStringLiteral("one"));
    write(f, QStringLiteral("two"));
    f.life.followUps()->remove(of_row(*f.life.followUps(), 0, FollowUps::FollowUpIdRole).toLongLong());
    f.settle();
    QCOMPARE(f.life.followUps()->count(), 1);
    QCOMPARE(words(f, 0), QStringLiteral("two"));
    QCOMPARE(f.removal.message(), QStringLiteral("Note deleted"));
    QVERIFY(f.removal.pending());
    f.undo();
    QCOMPARE(f.life.followUps()->count(), 2);
    QCOMPARE(words(f, 0), QStringLiteral("one"));
}

void FollowUpsTest::an_emptied_note_is_deleted_with_undo() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kSetback).is_set());
    write(f, QStringLiteral("one"));
    f.life.writer()->change(of_row(*f.life.followUps(), 0, FollowUps::FollowUpIdRole).toLongLong());
    f.life.writer()->setText({});
    f.life.writer()->finish();
    f.settle();
    QCOMPARE(f.life.followUps()->count(), 0);
    f.undo();
    QCOMPARE(words(f, 0), QStringLiteral("one"));
}

void FollowUpsTest::a_note_thrown_away_comes_back() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kSetback).is_set());
    f.life.writer()->begin(true);
    f.life.writer()->setText(QStringLiteral("On second thought"));
    f.life.writer()->discard();
    f.settle();
    QVERIFY(!f.life.writer()->active());
    QCOMPARE(f.removal.message(), QStringLiteral("Note thrown away"));
    f.undo();
    QVERIFY(f.life.writer()->active());
    QVERIFY(f.life.writer()->taught());
    QCOMPARE(f.life.writer()->text(), QStringLiteral("On second thought"));
    // Another one begun meanwhile loses nothing either.
    f.life.writer()->discard();
    f.settle();
    f.life.writer()->begin(false);
    f.life.writer()->setText(QStringLiteral("New"));
    f.undo();
    QCOMPARE(f.life.writer()->text(), QStringLiteral("New\n\nOn second thought"));
}

void FollowUpsTest::changes_thrown_away_come_back() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kSetback).is_set());
    write(f, QStringLiteral("Before"));
    f.life.writer()->change(of_row(*f.life.followUps(), 0, FollowUps::FollowUpIdRole).toLongLong());
    f.life.writer()->setText(QStringLiteral("After"));
    QTRY_VERIFY_WITH_TIMEOUT(f.life.writer()->saved(), 3000);
    f.life.writer()->discard();
    f.settle();
    QCOMPARE(words(f, 0), QStringLiteral("Before"));
    f.undo();
    QCOMPARE(words(f, 0), QStringLiteral("After"));
}

void FollowUpsTest::a_failed_save_is_told_and_stays_open() {
    LifeFixture f;
    QVERIFY(f.open_with(EntryKind::kSetback).is_set());
    f.journal.refuse_writing(true);
    f.life.writer()->begin(false);
    f.life.writer()->setText(QStringLiteral("Not lost"));
    f.life.writer()->finish();
    f.settle();
    QVERIFY(f.life.writer()->active());
    QVERIFY(!f.life.writer()->busy());
    QVERIFY(f.life.writer()->message().contains(QStringLiteral("could not be saved")));
    QCOMPARE(f.life.writer()->text(), QStringLiteral("Not lost"));
    f.journal.refuse_writing(false);
    f.life.writer()->finish();
    f.settle();
    QVERIFY(!f.life.writer()->active());
    QCOMPARE(words(f, 0), QStringLiteral("Not lost"));
}

void FollowUpsTest::a_full_disk_costs_no_note() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    f.journal.refuse_writing(true);
    f.life.writer()->begin(true);
    f.life.writer()->setText(QStringLiteral("Not lost"));
    f.reader.close();
    f.settle();
    QVERIFY(f.removal.message().contains(QStringLiteral("could not be saved")));
    f.show(id);
    QVERIFY(f.life.writer()->active());
    QVERIFY(f.life.writer()->taught());
    QVERIFY(!f.life.writer()->saved());
    QVERIFY(f.life.writer()->message().contains(QStringLiteral("could not be saved")));
    QCOMPARE(f.life.writer()->text(), QStringLiteral("Not lost"));
    // Nor does a lock.
    QVERIFY(f.journal.close());
    QVERIFY(f.life.writer()->text().isEmpty());
    QVERIFY(f.journal.open());  // there is room again
    f.settle();
    QCOMPARE(f.reader.entryId(), id.value);
    QCOMPARE(f.life.writer()->text(), QStringLiteral("Not lost"));
    QVERIFY(f.life.writer()->saved());
}

void FollowUpsTest::a_full_disk_costs_no_change() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    write(f, QStringLiteral("Before"));
    f.life.writer()->change(of_row(*f.life.followUps(), 0, FollowUps::FollowUpIdRole).toLongLong());
    f.journal.refuse_writing(true);
    f.life.writer()->setText(QStringLiteral("After"));
    f.reader.close();
    f.settle();
    f.show(id);
    QVERIFY(f.life.writer()->active());
    QVERIFY(!f.life.writer()->isNew());
    QCOMPARE(f.life.writer()->text(), QStringLiteral("After"));
    f.reader.close();
    f.settle();
    f.journal.refuse_writing(false);
    f.show(id);
    f.settle();
    QVERIFY(!f.life.writer()->active());
    QCOMPARE(words(f, 0), QStringLiteral("After"));
}

void FollowUpsTest::a_change_taken_back_is_not_written_later() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    write(f, QStringLiteral("Before"));
    f.life.writer()->change(of_row(*f.life.followUps(), 0, FollowUps::FollowUpIdRole).toLongLong());
    f.journal.refuse_writing(true);
    f.life.writer()->setText(QStringLiteral("After"));
    QVERIFY(QTest::qWaitFor([&] { return !f.life.writer()->message().isEmpty(); }));
    f.life.writer()->setText(QStringLiteral("Before"));
    f.life.writer()->finish();
    f.settle();
    QVERIFY(!f.life.writer()->active());
    f.journal.refuse_writing(false);
    f.reader.close();
    f.settle();
    f.show(id);
    f.settle();
    QCOMPARE(words(f, 0), QStringLiteral("Before"));
}

void FollowUpsTest::done_and_left_at_once_it_is_kept_once() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    f.life.writer()->begin(false);
    f.life.writer()->setText(QStringLiteral("Once"));
    f.life.writer()->finish();
    f.reader.close();
    f.settle();
    f.show(id);
    QCOMPARE(f.life.followUps()->count(), 1);
    QVERIFY(!f.life.writer()->active());
}

void FollowUpsTest::another_entry_has_its_own() {
    LifeFixture f;
    const EntryId first = f.open_with(EntryKind::kSetback);
    write(f, QStringLiteral("of the first"));
    const EntryId second = f.journal.add(EntryKind::kSetback, QStringLiteral("second"));
    f.show(second);
    QCOMPARE(f.life.followUps()->count(), 0);
    f.show(first);
    QCOMPARE(words(f, 0), QStringLiteral("of the first"));
    // A late answer about one that is not shown any more.
    f.reader.show(first.value);
    f.journal.hold_worker(50ms);
    f.reader.show(second.value);
    f.settle();
    QCOMPARE(f.life.followUps()->count(), 0);
}

void FollowUpsTest::a_lock_leaves_nothing() {
    LifeFixture f;
    const EntryId id = f.open_with(EntryKind::kSetback);
    write(f, QStringLiteral("private"));
    f.reader.show(id.value);  // answers are under way
    QVERIFY(f.journal.close());
    QTest::qWait(50);
    QCOMPARE(f.life.followUps()->count(), 0);
    f.life.writer()->begin(false);
    QVERIFY(!f.life.writer()->active());
}

QTEST_MAIN(FollowUpsTest)
#include "tst_follow_ups.moc"
