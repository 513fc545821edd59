// SPDX-License-Identifier: Apache-2.0
// Promises of entry_editor.h: what is typed is kept, whatever happens; what is left is never asked about.
#include <QSignalSpy>
#include <QTest>

#include "entry_editor.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

struct Fixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    EntryEditor editor{journal.service, journal.clock, removal};
    QSignalSpy finished{&editor, &EntryEditor::finished};
    QSignalSpy added{&journal.service, &JournalService::entryAdded};
    QSignalSpy changed{&journal.service, &JournalService::entryChanged};

    [[nodiscard]] bool open() {
        const bool opened = journal.open();
        journal.settle();
        return opened;
    }
    void edit(EntryId id) {
        editor.edit(id.value);
        journal.settle();
    }
    void finish() {
        editor.finish();
        journal.settle();
    }
    [[nodiscard]] qint64 last_finished() const { return finished.isEmpty() ? -1 : finished.last().at(0).toLongLong(); }
    [[nodiscard]] QString text_of(EntryId id) {
        const auto entry = journal.find(id);
        return entry ? QString::fromStdString(entry->content.text) : QStringLiteral("(none)");
    }
};

}  // namespace

class EntryEditorTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/London"); }
    void a_new_entry_is_kept();
    void an_empty_new_entry_leaves_nothing();
    void changes_of_an_entry_are_kept();
    void an_unchanged_entry_stays_unchanged();
    void an_emptied_entry_is_removed_with_undo();
    void a_change_of_a_removed_entry_is_not_lost();
    void a_new_entry_has_the_time_of_its_beginning();
    void when_takes_the_offset_of_that_day();
    void kinds_and_themes_fit();
    void a_draft_comes_back_after_a_lock();
    void a_draft_of_changes_comes_back();
    void a_blank_draft_does_not_come_back();
    void beginning_keeps_what_was_being_written();
    void beginning_waits_for_the_draft_of_last_time();
    void a_late_entry_does_not_replace_a_new_one();
    void a_failed_save_is_told_and_nothing_closes();
    void a_lock_keeps_what_the_disk_did_not_take();
    void what_the_disk_does_not_take_twice_is_still_there();
    void what_was_kept_or_discarded_after_all_does_not_come_back();
    void a_draft_that_cannot_be_read_is_not_overwritten();
    void an_entry_that_cannot_be_read_is_told();
    void a_text_too_long_is_told_not_cut();
    void typing_while_it_is_being_kept();
    void discarding_can_be_undone();
    void discarding_nothing_offers_nothing();
    void prompts_are_offered_in_turn();
    void a_taken_prompt_becomes_a_heading_data();
    void a_taken_prompt_becomes_a_heading();
    void another_kind_has_other_prompts();
    void closed_it_takes_no_changes();
    void a_lock_leaves_nothing();
    void details_are_in_the_draft_and_kept();
    void details_are_kept_while_the_kind_changes();
    void details_alone_make_an_entry();
    void details_the_disk_did_not_take_outlive_a_lock();
    void a_note_too_long_is_told_not_cut();
    void cleanupTestCase() { of_all_rows_.reset(); }

private:
    std::unique_ptr<Fixture> of_all_rows_;  ///< One journal for all rows of a test.
};

namespace {

void say_all(EditedDetails& details) {
    details.addTag(QStringLiteral("Night shift"));
    details.addTag(QStringLiteral("discharge"));
    details.setMeaning(QStringLiteral("They wait on a trolley"));
    details.setAsk(QStringLiteral("Call us before four"));
    details.setAskRole(QStringLiteral("bed manager"));
    details.setNeedsCulture(true);
    details.setNeedsSystems(true);
    details.setProblem(3);
    details.setPower(2);
    details.setState(1);
}

void check_all(EditedDetails& details) {
    QCOMPARE(details.tags(), (QStringList{QStringLiteral("Night shift"), QStringLiteral("discharge")}));
    QCOMPARE(details.meaning(), QStringLiteral("They wait on a trolley"));
    QCOMPARE(details.ask(), QStringLiteral("Call us before four"));
    QCOMPARE(details.askRole(), QStringLiteral("bed manager"));
    QVERIFY(!details.needsLeadership());
    QVERIFY(details.needsCulture());
    QVERIFY(details.needsSystems());
    QCOMPARE(details.problem(), 3);
    QCOMPARE(details.power(), 2);
    QCOMPARE(details.state(), 1);
    QVERIFY(details.anyOfBarrier());
}

}  // namespace

void EntryEditorTest::a_new_entry_is_kept() {
    Fixture f;
    QVERIFY(f.open());
    QSignalSpy active(&f.editor, &EntryEditor::activeChanged);
    f.editor.begin(3);
    QVERIFY(f.editor.active());
    QVERIFY(f.editor.isNew());
    QVERIFY(!f.editor.restored());
    QCOMPARE(f.editor.entryId(), 0);
    QCOMPARE(f.editor.kind(), 3);
    QCOMPARE(f.editor.whenLabel(), QStringLiteral("Today, 12:00"));
    QCOMPARE(f.editor.status(), EntryEditor::Idle);
    f.editor.setText(QStringLiteral("Sign-off took five weeks.\nAgain \u00e9 \U0001F4A1"));
    f.editor.setCursor(7);
    f.editor.setThemeCode(QStringLiteral("procedure"));
    f.editor.setLevel(3);
    QCOMPARE(f.editor.status(), EntryEditor::Unsaved);
    QCOMPARE(f.editor.themeLabel(), QStringLiteral("Procedure before purpose"));
    QCOMPARE(f.editor.levelLabel(), QStringLiteral("My organisation"));
    QTRY_COMPARE_WITH_TIMEOUT(f.editor.status(), EntryEditor::Saved, 1500);
    QCOMPARE(f.editor.statusText(), QStringLiteral("Saved"));
    QCOMPARE(f.journal.draft()->cursor, 7);
    f.finish();
    QVERIFY(!f.editor.active());
    QVERIFY(f.editor.text().isEmpty());
    QCOMPARE(active.count(), 2);
    QCOMPARE(f.finished.count(), 1);
    QCOMPARE(f.added.count(), 1);
    const EntryId id{f.last_finished()};
    QCOMPARE(f.added.at(0).at(0).value<EntryId>().value, id.value);
    const auto entry = f.journal.find(id);
    QVERIFY(entry);
    QCOMPARE(QString::fromStdString(entry->content.text),
             QStringLiteral("Sign-off took five weeks.\nAgain \u00e9 \U0001F4A1"));
    QCOMPARE(entry->content.kind, EntryKind::kBarrier);
    QVERIFY(entry->content.theme == Theme::from_code("procedure"));
    QVERIFY(entry->content.level == SystemLevel::kOrganisation);
    QVERIFY(!f.journal.draft());
}

void EntryEditorTest::an_empty_new_entry_leaves_nothing() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    f.finish();
    QVERIFY(!f.editor.active());
    QCOMPARE(f.last_finished(), 0);
    // Typed and deleted again, with the draft on the disk.
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("a"));
    QTRY_COMPARE(f.editor.status(), EntryEditor::Saved);
    f.editor.setText(QStringLiteral(" \n"));
    f.finish();
    QCOMPARE(f.finished.count(), 2);
    QCOMPARE(f.last_finished(), 0);
    QCOMPARE(f.added.count(), 0);
    QVERIFY(f.journal.timeline().empty());
    QVERIFY(!f.journal.draft());
}

void EntryEditorTest::changes_of_an_entry_are_kept() {
    Fixture f;
    QVERIFY(f.open());
    const auto id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("before"), 24h);
    f.edit(id);
    QVERIFY(f.editor.active());
    QVERIFY(!f.editor.isNew());
    QCOMPARE(f.editor.entryId(), id.value);
    QCOMPARE(f.editor.kind(), 2);
    QCOMPARE(f.editor.text(), QStringLiteral("before"));
    QCOMPARE(f.editor.cursor(), 6);
    QCOMPARE(f.editor.whenLabel(), QStringLiteral("Yesterday, 12:00"));
    f.editor.setText(QStringLiteral("after"));
    f.finish();
    QCOMPARE(f.last_finished(), id.value);
    QCOMPARE(f.changed.count(), 1);
    QCOMPARE(f.text_of(id), QStringLiteral("after"));
}

void EntryEditorTest::an_unchanged_entry_stays_unchanged() {
    Fixture f;
    QVERIFY(f.open());
    const auto id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("text"));
    f.edit(id);
    f.editor.setText(QStringLiteral("text"));
    QCOMPARE(f.editor.status(), EntryEditor::Idle);
    f.finish();
    QCOMPARE(f.last_finished(), id.value);
    f.edit(id);
    f.editor.setText(QStringLiteral("text!"));
    f.editor.setText(QStringLiteral("text"));
    f.finish();
    QCOMPARE(f.last_finished(), id.value);
    QCOMPARE(f.changed.count(), 0);
    const auto entry = f.journal.find(id);
    QVERIFY(entry->created == entry->updated);
}

void EntryEditorTest::an_emptied_entry_is_removed_with_undo() {
    Fixture f;
    QVERIFY(f.open());
    const auto id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("text"));
    f.edit(id);
    f.editor.setText(QString());
    f.finish();
    QCOMPARE(f.last_finished(), 0);
    QVERIFY(!f.journal.find(id));
    QVERIFY(f.removal.pending());
    f.removal.undo();
    f.journal.settle();
    QCOMPARE(f.text_of(id), QStringLiteral("text"));
}

void EntryEditorTest::a_change_of_a_removed_entry_is_not_lost() {
    Fixture f;
    QVERIFY(f.open());
    const auto id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("text"));
    f.edit(id);
    f.editor.setText(QStringLiteral("text and more"));
    f.removal.remove(id.value);
    f.journal.settle();
    f.finish();
    QCOMPARE(f.added.count(), 2);
    QVERIFY(f.last_finished() != id.value);
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("text and more"));
}

void EntryEditorTest::a_new_entry_has_the_time_of_its_beginning() {
    Fixture f;
    QVERIFY(f.open());
    const auto began = f.journal.clock.now();
    f.editor.begin(1);
    f.journal.clock.advance(20min);
    f.editor.setText(QStringLiteral("text"));
    f.finish();
    const auto entry = f.journal.find(EntryId{f.last_finished()});
    QVERIFY(entry->content.occurred == began);
    QVERIFY(entry->created == f.journal.clock.now().at);
}

void EntryEditorTest::when_takes_the_offset_of_that_day() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("text"));
    QSignalSpy when(&f.editor, &EntryEditor::whenChanged);
    f.editor.setWhen(QDateTime());
    QCOMPARE(when.count(), 0);
    f.editor.setWhen(QDateTime(QDate(2025, 7, 1), QTime(8, 0), Qt::UTC));
    QCOMPARE(when.count(), 1);
    QCOMPARE(f.editor.whenLabel(), QStringLiteral("Tuesday 1 July, 09:00"));
    QCOMPARE(f.editor.when(), QDateTime(QDate(2025, 7, 1), QTime(8, 0), Qt::UTC));
    QCOMPARE(f.editor.when().offsetFromUtc(), 3600);
    f.editor.setWhen(QDateTime(QDate(2025, 7, 1), QTime(8, 0, 40), Qt::UTC));  // the same minute: nothing moves
    QCOMPARE(when.count(), 1);
    f.finish();
    const auto occurred = f.journal.find(EntryId{f.last_finished()})->content.occurred;
    QCOMPARE(occurred.offset.minutes(), 60);
    QCOMPARE(wall_time(occurred), QTime(9, 0));
}

void EntryEditorTest::kinds_and_themes_fit() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(3);
    f.editor.setThemeCode(QStringLiteral("asked"));  // of the light bulbs
    QCOMPARE(f.editor.themeCode(), QString());
    f.editor.setThemeCode(QStringLiteral("blame"));
    f.editor.setKind(1);
    QCOMPARE(f.editor.themeCode(), QStringLiteral("blame"));
    f.editor.setKind(2);
    QCOMPARE(f.editor.themeCode(), QString());
    f.editor.setThemeCode(QStringLiteral("other"));
    f.editor.setKind(3);
    QCOMPARE(f.editor.themeCode(), QStringLiteral("other"));
    f.editor.setThemeCode(QStringLiteral("nonsense"));
    QCOMPARE(f.editor.themeCode(), QStringLiteral("other"));
    f.editor.setThemeCode(QString());
    QCOMPARE(f.editor.themeLabel(), QString());
    f.editor.setKind(0);
    f.editor.setKind(4);
    QCOMPARE(f.editor.kind(), 3);
    f.editor.setLevel(6);
    QCOMPARE(f.editor.level(), 0);
    f.editor.setLevel(5);
    f.editor.setLevel(0);
    QCOMPARE(f.editor.levelLabel(), QString());
    f.editor.begin(0);
    QCOMPARE(f.editor.kind(), 3);
}

void EntryEditorTest::a_draft_comes_back_after_a_lock() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(2);
    f.editor.setText(QStringLiteral("half a sent"));
    f.editor.setThemeCode(QStringLiteral("asked"));
    f.editor.setLevel(2);
    f.editor.setCursor(4);
    QVERIFY(f.journal.close());
    QVERIFY(!f.editor.active());
    f.journal.clock.advance(24h);
    QVERIFY(f.open());
    QVERIFY(f.editor.active());
    QVERIFY(f.editor.restored());
    QVERIFY(f.editor.isNew());
    QCOMPARE(f.editor.text(), QStringLiteral("half a sent"));
    QCOMPARE(f.editor.kind(), 2);
    QCOMPARE(f.editor.themeCode(), QStringLiteral("asked"));
    QCOMPARE(f.editor.level(), 2);
    QCOMPARE(f.editor.cursor(), 4);
    QCOMPARE(f.editor.whenLabel(), QStringLiteral("Yesterday, 12:00"));
    QCOMPARE(f.editor.status(), EntryEditor::Saved);
    f.finish();
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("half a sent"));
    QVERIFY(!f.editor.restored());
    QVERIFY(f.journal.close());
    QVERIFY(f.open());
    QVERIFY(!f.editor.active());
}

void EntryEditorTest::a_draft_of_changes_comes_back() {
    Fixture f;
    QVERIFY(f.open());
    const auto id = f.journal.add(EntryKind::kLightBulb, QStringLiteral("text"));
    f.edit(id);
    f.editor.setText(QStringLiteral("text, longer"));
    QVERIFY(f.journal.close());
    QVERIFY(f.open());
    QVERIFY(f.editor.restored());
    QVERIFY(!f.editor.isNew());
    QCOMPARE(f.editor.entryId(), id.value);
    QCOMPARE(f.text_of(id), QStringLiteral("text"));
    f.finish();
    QCOMPARE(f.text_of(id), QStringLiteral("text, longer"));
}

void EntryEditorTest::a_blank_draft_does_not_come_back() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(2);
    f.editor.setText(QStringLiteral("\n  "));
    QVERIFY(f.journal.close());
    QVERIFY(f.open());
    QVERIFY(!f.editor.active());
}

void EntryEditorTest::beginning_keeps_what_was_being_written() {
    Fixture f;
    QVERIFY(f.open());
    const auto old = f.journal.add(EntryKind::kBarrier, QStringLiteral("old"));
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("first"));
    f.editor.begin(2);
    f.journal.settle();
    QCOMPARE(f.finished.count(), 1);
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("first"));
    QVERIFY(f.editor.active());
    QVERIFY(f.editor.text().isEmpty());
    QCOMPARE(f.editor.kind(), 2);
    f.editor.setText(QStringLiteral("second"));
    f.edit(old);
    QCOMPARE(f.finished.count(), 2);
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("second"));
    QCOMPARE(f.editor.entryId(), old.value);
    f.editor.edit(old.value);  // the same: nothing happens
    QCOMPARE(f.finished.count(), 2);
    f.editor.begin(3);  // unchanged: nothing to keep
    QVERIFY(f.editor.active());
    QVERIFY(f.editor.isNew());
    QCOMPARE(f.finished.count(), 3);
    QCOMPARE(f.last_finished(), old.value);
    QCOMPARE(f.journal.timeline().size(), std::size_t{3});
}

void EntryEditorTest::beginning_waits_for_the_draft_of_last_time() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(2);
    f.editor.setText(QStringLiteral("of last time"));
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    f.editor.begin(1);  // before the draft was read
    f.journal.settle();
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("of last time"));
    QVERIFY(f.editor.active());
    QVERIFY(!f.editor.restored());
    QVERIFY(f.editor.text().isEmpty());
    QCOMPARE(f.editor.kind(), 1);
}

void EntryEditorTest::a_late_entry_does_not_replace_a_new_one() {
    Fixture f;
    QVERIFY(f.open());
    const auto id = f.journal.add(EntryKind::kBarrier, QStringLiteral("old"));
    f.editor.edit(id.value);
    f.editor.begin(1);
    f.journal.settle();
    QVERIFY(f.editor.isNew());
    f.finish();
    f.editor.edit(id.value);
    f.editor.finish();  // gone again before it was there
    f.journal.settle();
    QVERIFY(!f.editor.active());
    f.edit(EntryId{4711});
    QVERIFY(!f.editor.active());
}

void EntryEditorTest::a_failed_save_is_told_and_nothing_closes() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("safe"));
    QTRY_COMPARE(f.editor.status(), EntryEditor::Saved);
    f.journal.refuse_writing(true);
    f.editor.setText(QStringLiteral("safe and more"));
    QTRY_COMPARE(f.editor.status(), EntryEditor::Failed);
    QVERIFY(f.editor.statusText().contains(QStringLiteral("what was saved before is safe")));
    f.finish();
    QVERIFY(f.editor.active());
    QCOMPARE(f.finished.count(), 0);
    QCOMPARE(f.editor.text(), QStringLiteral("safe and more"));
    f.editor.begin(2);
    f.journal.settle();
    QCOMPARE(f.editor.text(), QStringLiteral("safe and more"));
    QCOMPARE(f.editor.kind(), 1);
    f.journal.refuse_writing(false);
    f.finish();
    QVERIFY(!f.editor.active());
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("safe and more"));
}

void EntryEditorTest::a_lock_keeps_what_the_disk_did_not_take() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(2);
    f.editor.setText(QStringLiteral("safe"));
    QTRY_COMPARE(f.editor.status(), EntryEditor::Saved);
    f.journal.refuse_writing(true);
    f.editor.setText(QStringLiteral("safe and more"));
    f.editor.setLevel(2);
    f.editor.setCursor(4);
    QVERIFY(f.journal.close());
    QVERIFY(f.editor.text().isEmpty());
    QVERIFY(f.open());
    QVERIFY(f.editor.restored());
    QCOMPARE(f.editor.text(), QStringLiteral("safe and more"));
    QCOMPARE(f.editor.kind(), 2);
    QCOMPARE(f.editor.level(), 2);
    QCOMPARE(f.editor.cursor(), 4);
    QCOMPARE(f.editor.status(), EntryEditor::Saved);
    QCOMPARE(f.journal.draft()->content.text, std::string("safe and more"));
}

void EntryEditorTest::what_the_disk_does_not_take_twice_is_still_there() {
    TestJournal journal;
    bool full = false;
    // Called before the editor looks for its draft: receivers are called in the order of their connections.
    connect(&journal.service, &JournalService::opened, this, [&] {
        if (full) {
            journal.service.ask(
                &journal.service,
                [](Journal& open) { return open.vault().database().execute("PRAGMA query_only = ON"); },
                [](const Status&) {});
        }
    });
    Removal removal(journal.service, journal.clock);
    EntryEditor editor(journal.service, journal.clock, removal);
    QVERIFY(journal.open());
    journal.settle();
    journal.refuse_writing(true);
    editor.begin(1);
    editor.setText(QStringLiteral("text"));
    full = true;
    for (int i = 0; i < 2; ++i) {
        QVERIFY(journal.close());
        QVERIFY(journal.open());
        journal.settle();
        QVERIFY(editor.restored());
        QCOMPARE(editor.text(), QStringLiteral("text"));
        QVERIFY(!journal.draft());
        QTRY_COMPARE(editor.status(), EntryEditor::Failed);
    }
    journal.refuse_writing(false);
    editor.finish();
    journal.settle();
    QVERIFY(!editor.active());
    QCOMPARE(journal.timeline().size(), std::size_t{1});
}

void EntryEditorTest::what_was_kept_or_discarded_after_all_does_not_come_back() {
    Fixture f;
    QVERIFY(f.open());
    for (const bool keep : {true, false}) {
        f.journal.refuse_writing(true);
        f.editor.begin(1);
        f.editor.setText(QStringLiteral("text"));
        QTRY_COMPARE(f.editor.status(), EntryEditor::Failed);
        f.journal.refuse_writing(false);
        if (keep) {
            f.finish();
        } else {
            f.editor.discard();
        }
        QVERIFY(f.journal.close());
        QVERIFY(f.open());
        QVERIFY(!f.editor.active());
        QVERIFY(!f.journal.draft());
    }
    QCOMPARE(f.journal.timeline().size(), std::size_t{1});
}

void EntryEditorTest::a_draft_that_cannot_be_read_is_not_overwritten() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("unfinished"));
    QTRY_COMPARE(f.editor.status(), EntryEditor::Saved);
    const auto rename = [&f](Sql sql) {
        return f.journal.run([sql](Journal& journal) { return journal.vault().database().execute(sql); });
    };
    QVERIFY(rename("ALTER TABLE draft RENAME TO away"));
    QVERIFY(f.journal.close());
    QVERIFY(f.open());
    QVERIFY(!f.editor.active());
    QCOMPARE(f.editor.status(), EntryEditor::Failed);
    QVERIFY(f.editor.statusText().contains(QStringLiteral("nothing was overwritten")));
    f.editor.begin(2);
    f.journal.settle();
    QVERIFY(!f.editor.active());
    QVERIFY(rename("ALTER TABLE away RENAME TO draft"));
    f.editor.begin(2);
    f.journal.settle();
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("unfinished"));
    QVERIFY(f.editor.active());
    QCOMPARE(f.editor.kind(), 2);
    QCOMPARE(f.editor.status(), EntryEditor::Idle);
}

void EntryEditorTest::an_entry_that_cannot_be_read_is_told() {
    Fixture f;
    QVERIFY(f.open());
    const auto id = f.journal.add(EntryKind::kSetback, QStringLiteral("text"));
    QVERIFY(f.journal.run(
        [](Journal& journal) { return journal.vault().database().execute("UPDATE entry SET kind = 99"); }));
    f.edit(id);
    QVERIFY(!f.editor.active());
    QCOMPARE(f.editor.status(), EntryEditor::Failed);
    QVERIFY(f.editor.statusText().contains(QStringLiteral("could not be read")));
    f.editor.begin(1);
    QVERIFY(f.editor.active());
    QCOMPARE(f.editor.status(), EntryEditor::Idle);
}

void EntryEditorTest::a_text_too_long_is_told_not_cut() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    // Two bytes of UTF-8 each: as long as it may be, then one more.
    const QString longest(static_cast<qsizetype>(kMaxTextBytes / 2), QChar(0xE9));
    f.editor.setText(longest);
    QTRY_COMPARE(f.editor.status(), EntryEditor::Saved);
    f.editor.setText(longest + QLatin1Char('x'));
    QTRY_COMPARE(f.editor.status(), EntryEditor::Failed);
    QVERIFY(f.editor.statusText().contains(QStringLiteral("Nothing was cut")));
    f.finish();
    QVERIFY(f.editor.active());
    QCOMPARE(f.finished.count(), 0);
    QCOMPARE(f.editor.text().size(), longest.size() + 1);
    QCOMPARE(f.journal.draft()->content.text.size(), kMaxTextBytes + 1);
    f.editor.setText(longest + QStringLiteral("xy"));
    QVERIFY(f.journal.close());
    QVERIFY(f.open());
    QVERIFY(f.editor.restored());
    QCOMPARE(f.editor.text().size(), longest.size() + 2);
    f.finish();
    QVERIFY(f.editor.active());
    QCOMPARE(f.editor.status(), EntryEditor::Failed);
    f.editor.setText(longest);
    f.finish();
    QVERIFY(!f.editor.active());
    QCOMPARE(f.journal.find(EntryId{f.last_finished()})->content.text.size(), kMaxTextBytes);
}

void EntryEditorTest::typing_while_it_is_being_kept() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("a"));
    f.journal.hold_worker(200ms);
    f.editor.finish();
    f.editor.setText(QStringLiteral("ab"));
    QTRY_VERIFY(!f.editor.active());
    QCOMPARE(f.finished.count(), 1);
    QCOMPARE(f.added.count(), 1);
    QCOMPARE(f.changed.count(), 1);
    QCOMPARE(f.journal.timeline().size(), std::size_t{1});
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("ab"));
    QVERIFY(!f.journal.draft());
}

void EntryEditorTest::discarding_can_be_undone() {
    Fixture f;
    QVERIFY(f.open());
    const auto id = f.journal.add(EntryKind::kBarrier, QStringLiteral("old"));
    f.edit(id);
    f.editor.setText(QStringLiteral("changed"));
    f.editor.setLevel(2);
    QTRY_COMPARE(f.editor.status(), EntryEditor::Saved);
    f.editor.discard();
    QVERIFY(!f.editor.active());
    QCOMPARE(f.last_finished(), 0);
    QVERIFY(f.removal.pending());
    QCOMPARE(f.removal.message(), QStringLiteral("Changes thrown away"));
    QVERIFY(!f.journal.draft());
    QCOMPARE(f.text_of(id), QStringLiteral("old"));
    // Another entry is being written when it is asked back: that one is kept first.
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("between"));
    f.removal.undo();
    f.journal.settle();
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("between"));
    QVERIFY(f.editor.active());
    QCOMPARE(f.editor.entryId(), id.value);
    QCOMPARE(f.editor.text(), QStringLiteral("changed"));
    QCOMPARE(f.editor.level(), 2);
    QCOMPARE(f.editor.status(), EntryEditor::Unsaved);
    f.finish();
    QCOMPARE(f.text_of(id), QStringLiteral("changed"));
    // It stays on offer when the present one cannot be kept.
    f.editor.begin(2);
    f.editor.setText(QStringLiteral("thrown"));
    f.editor.discard();
    QCOMPARE(f.removal.message(), QStringLiteral("Draft thrown away"));
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("stuck"));
    f.journal.refuse_writing(true);
    f.removal.undo();
    f.journal.settle();
    QCOMPARE(f.editor.text(), QStringLiteral("stuck"));
    QVERIFY(f.removal.pending());
    f.journal.refuse_writing(false);
    f.removal.undo();
    f.journal.settle();
    QCOMPARE(f.editor.text(), QStringLiteral("thrown"));
}

void EntryEditorTest::discarding_nothing_offers_nothing() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    f.editor.discard();
    QVERIFY(!f.editor.active());
    QVERIFY(!f.removal.pending());
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("  "));
    f.editor.discard();
    QVERIFY(!f.removal.pending());
    QCOMPARE(f.finished.count(), 2);
    f.editor.discard();
    QCOMPARE(f.finished.count(), 2);
    f.journal.settle();
    QVERIFY(!f.journal.draft());
}

void EntryEditorTest::prompts_are_offered_in_turn() {
    Fixture f;
    QVERIFY(f.open());
    QCOMPARE(f.editor.prompt(), QString());
    f.editor.nextPrompt();
    f.editor.takePrompt();
    f.editor.begin(1);
    const QString first = f.editor.prompt();
    QCOMPARE(first, QStringLiteral("What surprised you?"));
    f.editor.nextPrompt();
    QVERIFY(f.editor.prompt() != first);
    f.editor.nextPrompt();
    f.editor.nextPrompt();
    QCOMPARE(f.editor.prompt(), first);
    QCOMPARE(f.editor.status(), EntryEditor::Idle);
    f.editor.takePrompt();
    QVERIFY(f.editor.text().contains(first));
    QCOMPARE(f.editor.status(), EntryEditor::Unsaved);
    QVERIFY(f.editor.prompt() != first);
    f.editor.nextPrompt();
    f.editor.nextPrompt();
    QVERIFY(f.editor.prompt() != first);  // it is in the text
    f.editor.takePrompt();
    f.editor.takePrompt();
    QCOMPARE(f.editor.prompt(), QString());
    const QString all = f.editor.text();
    f.editor.takePrompt();
    QCOMPARE(f.editor.text(), all);
}

void EntryEditorTest::a_taken_prompt_becomes_a_heading_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<QString>("expected");  // with | where the cursor is
    const QString q = QStringLiteral("## What surprised you?\n");
    QTest::newRow("empty") << QString() << 0 << q + QStringLiteral("|");
    QTest::newRow("at the end") << QStringLiteral("It rained.") << 10
                                << QStringLiteral("It rained.\n\n") + q + QStringLiteral("|");
    QTest::newRow("after a line end") << QStringLiteral("It rained.\n") << 11
                                      << QStringLiteral("It rained.\n\n") + q + QStringLiteral("|");
    QTest::newRow("after an empty line") << QStringLiteral("It rained.\n\n") << 12
                                         << QStringLiteral("It rained.\n\n") + q + QStringLiteral("|");
    QTest::newRow("in a word") << QStringLiteral("It rained.\nMore.") << 5
                               << QStringLiteral("It rained.\n\n") + q + QStringLiteral("|\nMore.");
    QTest::newRow("only white space") << QStringLiteral(" ") << 1 << QStringLiteral(" ") + q + QStringLiteral("|");
}

void EntryEditorTest::a_taken_prompt_becomes_a_heading() {
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QFETCH(QString, expected);
    if (!of_all_rows_) {
        of_all_rows_ = std::make_unique<Fixture>();
        QVERIFY(of_all_rows_->open());
    }
    Fixture& f = *of_all_rows_;
    f.editor.begin(1);
    f.editor.setText(text);
    f.editor.setCursor(cursor);
    f.editor.takePrompt();
    QCOMPARE(f.editor.text().insert(f.editor.cursor(), QLatin1Char('|')), expected);
    f.editor.discard();
    f.removal.dismiss();
}

void EntryEditorTest::another_kind_has_other_prompts() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    const QString setback = f.editor.prompt();
    f.editor.setKind(3);
    QVERIFY(!f.editor.prompt().isEmpty());
    QVERIFY(f.editor.prompt() != setback);
}

void EntryEditorTest::closed_it_takes_no_changes() {
    Fixture f;
    f.editor.begin(1);  // locked
    QVERIFY(!f.editor.active());
    QVERIFY(f.open());
    f.editor.setText(QStringLiteral("text"));
    f.editor.setKind(2);
    f.editor.setLevel(2);
    f.editor.setCursor(2);
    f.editor.setThemeCode(QStringLiteral("other"));
    f.editor.setWhen(QDateTime::currentDateTime());
    f.editor.finish();
    f.journal.settle();
    QVERIFY(f.editor.text().isEmpty());
    QCOMPARE(f.editor.status(), EntryEditor::Idle);
    QCOMPARE(f.finished.count(), 0);
    QVERIFY(!f.journal.draft());
}

void EntryEditorTest::a_lock_leaves_nothing() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("text"));
    f.editor.finish();  // its answer is under way
    QVERIFY(f.journal.close());
    QTest::qWait(50);
    QVERIFY(!f.editor.active());
    QVERIFY(f.editor.text().isEmpty());
    QCOMPARE(f.finished.count(), 0);
    QCOMPARE(f.added.count(), 0);
    QVERIFY(f.open());
    QVERIFY(!f.editor.active());
    QCOMPARE(f.journal.timeline().size(), std::size_t{1});
}

void EntryEditorTest::details_are_in_the_draft_and_kept() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(3);
    QVERIFY(!f.editor.details()->anyOfBarrier());
    f.editor.setText(QStringLiteral("No bed"));
    say_all(*f.editor.details());
    f.editor.details()->setProblem(4);
    f.editor.details()->setState(-1);
    QTRY_COMPARE(f.editor.status(), EntryEditor::Saved);
    QVERIFY(f.journal.close());
    QVERIFY(f.editor.details()->tags().isEmpty());
    QVERIFY(f.editor.details()->ask().isEmpty());
    QVERIFY(f.editor.details()->meaning().isEmpty());
    QVERIFY(!f.editor.details()->anyOfBarrier());
    QVERIFY(f.open());
    QVERIFY(f.editor.restored());
    check_all(*f.editor.details());
    f.finish();
    const auto entry = f.journal.find(EntryId{f.last_finished()});
    QVERIFY(entry);
    QCOMPARE(entry->content.tags.size(), std::size_t{2});
    QCOMPARE(entry->content.barrier.ask_role, std::string("bed manager"));
    QVERIFY(entry->content.barrier.state == BarrierState::kStuck);
    f.edit(entry->id);
    check_all(*f.editor.details());
    f.editor.details()->setState(0);
    f.editor.details()->removeTag(0);
    f.finish();
    QVERIFY(!f.journal.find(entry->id)->content.barrier.state);
    QCOMPARE(f.journal.find(entry->id)->content.tags, std::vector<std::string>{"discharge"});
}

void EntryEditorTest::details_are_kept_while_the_kind_changes() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(3);
    f.editor.setText(QStringLiteral("No bed"));
    say_all(*f.editor.details());
    f.editor.setKind(2);
    QTRY_COMPARE(f.editor.status(), EntryEditor::Saved);
    QVERIFY(f.journal.close());
    QVERIFY(f.open());
    f.editor.setKind(3);
    check_all(*f.editor.details());
}

void EntryEditorTest::details_alone_make_an_entry() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(3);
    QVERIFY(f.editor.isBlank());
    f.editor.details()->addTag(QStringLiteral("tag"));
    QVERIFY(f.editor.isBlank());
    f.editor.details()->setAsk(QStringLiteral("Call us"));
    QVERIFY(!f.editor.isBlank());
    QTRY_COMPARE(f.editor.status(), EntryEditor::Saved);
    QVERIFY(f.journal.close());
    QVERIFY(f.open());
    QVERIFY(f.editor.active());
    f.finish();
    QCOMPARE(f.text_of(EntryId{f.last_finished()}), QStringLiteral("Call us"));
}

void EntryEditorTest::details_the_disk_did_not_take_outlive_a_lock() {
    Fixture f;
    QVERIFY(f.open());
    f.journal.refuse_writing(true);
    f.editor.begin(3);
    f.editor.setText(QStringLiteral("No bed"));
    say_all(*f.editor.details());
    QVERIFY(f.journal.close());
    QVERIFY(f.open());
    QCOMPARE(f.editor.text(), QStringLiteral("No bed"));
    check_all(*f.editor.details());
}

void EntryEditorTest::a_note_too_long_is_told_not_cut() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(1);
    f.editor.setText(QStringLiteral("No bed"));
    f.editor.details()->setMeaning(QString(static_cast<int>(kMaxNoteBytes) + 1, u'x'));
    f.finish();
    QVERIFY(f.editor.active());
    QCOMPARE(f.editor.status(), EntryEditor::Failed);
    QVERIFY(f.editor.statusText().contains(QStringLiteral("under More")));
    QTRY_VERIFY(f.journal.draft() && f.journal.draft()->content.meaning.size() == kMaxNoteBytes + 1);
    f.editor.details()->setMeaning(QStringLiteral("short"));
    f.finish();
    QVERIFY(!f.editor.active());
}

QTEST_MAIN(EntryEditorTest)
#include "tst_entry_editor.moc"
