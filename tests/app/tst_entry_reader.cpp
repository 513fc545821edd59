// SPDX-License-Identifier: Apache-2.0
// Promises of entry_reader.h: shows what was asked for last, follows its entry, forgets at a lock.
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include "entry_marks.h"
#include "entry_reader.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

/// Changes an entry as the editor would, and announces it.
void change(TestJournal& journal, EntryId id, const QString& text) {
    (void)journal.run([id, text, now = journal.clock.now().at](Journal& open) -> Status {
        auto entry = open.entries().find(id);
        entry->content.text = utf8(text);
        entry->content.theme = Theme::from_code("unclear");
        entry->content.level = SystemLevel::kOrganisation;
        return open.entries().change(id, entry->content, now);
    });
    emit journal.service.entryChanged(id);
}

void remove(TestJournal& journal, EntryId id) {
    (void)journal.run([id](Journal& open) { return open.entries().remove(id, Timestamp{1}); });
    emit journal.service.entryRemoved(id);
}

void restore(TestJournal& journal, EntryId id) {
    (void)journal.run([id](Journal& open) { return open.entries().restore(id); });
    emit journal.service.entryRestored(id);
}

}  // namespace

class EntryReaderTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void shows_an_entry();
    void follows_its_entry();
    void the_last_question_counts();
    void an_entry_that_is_not_there_closes();
    void closes_on_removal_and_comes_back_on_undo();
    void does_not_come_back_when_the_person_went_on();
    void an_entry_that_cannot_be_read_is_told();
    void a_lock_leaves_nothing();
    void shows_what_else_is_said();
    void marks_how_far_it_has_come();
    void copies_what_was_written();
};

void EntryReaderTest::shows_an_entry() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(!reader.shown());
    QCOMPARE(reader.kind(), 0);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kBarrier, QStringLiteral("Sign-off took five weeks.\n\nAgain."), 24h);
    QSignalSpy shown(&reader, &EntryReader::shownChanged);
    reader.show(id.value);
    QVERIFY(!reader.shown());
    journal.settle();
    QVERIFY(reader.shown());
    QCOMPARE(shown.count(), 1);
    QCOMPARE(reader.entryId(), id.value);
    QCOMPARE(reader.kind(), 3);
    QCOMPARE(reader.kindLabel(), QStringLiteral("Barrier"));
    QCOMPARE(reader.text(), QStringLiteral("Sign-off took five weeks.\n\nAgain."));
    QCOMPARE(reader.whenLabel(), QStringLiteral("Yesterday, 12:00"));
    QCOMPARE(reader.themeLabel(), QString());
    QCOMPARE(reader.editedLabel(), QString());
    reader.close();
    QVERIFY(!reader.shown());
    QVERIFY(reader.text().isEmpty());
    QVERIFY(reader.whenLabel().isEmpty());
    QCOMPARE(reader.entryId(), 0);
    QCOMPARE(shown.count(), 2);
}

void EntryReaderTest::follows_its_entry() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("before"));
    const auto other = journal.add(EntryKind::kSetback, QStringLiteral("other"));
    reader.show(id.value);
    journal.settle();
    journal.clock.advance(5min);
    change(journal, other, QStringLiteral("other, changed"));
    change(journal, id, QStringLiteral("after"));
    journal.settle();
    QCOMPARE(reader.text(), QStringLiteral("after"));
    QCOMPARE(reader.themeLabel(), QStringLiteral("What exactly did we agree?"));
    QVERIFY(reader.themeHelp().startsWith(QStringLiteral("People understood")));
    QCOMPARE(reader.levelLabel(), QStringLiteral("My organisation"));
    QCOMPARE(reader.editedLabel(), QStringLiteral("Edited today at 12:05"));
    QSignalSpy labels(&reader, &EntryReader::labelsChanged);
    journal.clock.advance(24h);
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    QCOMPARE(labels.count(), 1);
    QCOMPARE(reader.whenLabel(), QStringLiteral("Yesterday, 12:00"));
    QCOMPARE(reader.editedLabel(), QStringLiteral("Edited yesterday at 12:05"));
}

void EntryReaderTest::the_last_question_counts() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto first = journal.add(EntryKind::kSetback, QStringLiteral("first"));
    const auto second = journal.add(EntryKind::kSetback, QStringLiteral("second"));
    QStringList seen;
    connect(&reader, &EntryReader::entryChanged, this, [&] { seen.append(reader.text()); });
    reader.show(first.value);
    reader.show(second.value);
    journal.settle();
    QCOMPARE(seen, QStringList(QStringLiteral("second")));
    reader.show(first.value);
    reader.close();
    journal.settle();
    QVERIFY(!reader.shown());
}

void EntryReaderTest::an_entry_that_is_not_there_closes() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    reader.show(id.value);
    journal.settle();
    reader.show(4711);
    QVERIFY(reader.shown());
    journal.settle();
    QVERIFY(!reader.shown());
}

void EntryReaderTest::closes_on_removal_and_comes_back_on_undo() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    const auto other = journal.add(EntryKind::kSetback, QStringLiteral("other"));
    reader.show(id.value);
    journal.settle();
    remove(journal, other);
    QVERIFY(reader.shown());
    remove(journal, id);
    QVERIFY(!reader.shown());
    QVERIFY(reader.text().isEmpty());
    restore(journal, other);
    journal.settle();
    QVERIFY(!reader.shown());
    restore(journal, id);
    journal.settle();
    QVERIFY(reader.shown());
    QCOMPARE(reader.text(), QStringLiteral("text"));
}

void EntryReaderTest::does_not_come_back_when_the_person_went_on() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    const auto other = journal.add(EntryKind::kSetback, QStringLiteral("other"));
    reader.show(id.value);
    journal.settle();
    remove(journal, id);
    reader.show(other.value);
    journal.settle();
    restore(journal, id);
    journal.settle();
    QCOMPARE(reader.text(), QStringLiteral("other"));
    remove(journal, other);
    reader.close();
    restore(journal, other);
    journal.settle();
    QVERIFY(!reader.shown());
}

void EntryReaderTest::an_entry_that_cannot_be_read_is_told() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    QVERIFY(journal.run([](Journal& open) { return open.vault().database().execute("UPDATE entry SET kind = 99"); }));
    reader.show(id.value);
    journal.settle();
    QVERIFY(reader.shown());
    QVERIFY(reader.message().contains(QStringLiteral("could not be read")));
    QVERIFY(reader.text().isEmpty());
    QCOMPARE(reader.entryId(), id.value);
    QVERIFY(journal.run([](Journal& open) { return open.vault().database().execute("UPDATE entry SET kind = 1"); }));
    reader.show(id.value);
    journal.settle();
    QVERIFY(reader.message().isEmpty());
    QCOMPARE(reader.text(), QStringLiteral("text"));
    reader.close();
    QVERIFY(!reader.shown());
}

void EntryReaderTest::a_lock_leaves_nothing() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    reader.show(id.value);
    journal.settle();
    reader.show(id.value);  // an answer is under way
    QVERIFY(journal.close());
    QTest::qWait(50);
    QVERIFY(!reader.shown());
    QVERIFY(reader.text().isEmpty());
    reader.show(id.value);
    QVERIFY(journal.open());
    journal.settle();
    QVERIFY(!reader.shown());
}

void EntryReaderTest::shows_what_else_is_said() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    EntryContent content{.kind = EntryKind::kBarrier, .text = "No bed", .occurred = journal.clock.now()};
    content.tags = {"discharge", "night"};
    content.meaning = "They wait";
    content.barrier = {.needs = Needs{}.with(Need::kLeadership).with(Need::kSystems),
                       .problem = ProblemKind::kComplex,
                       .power = Power::kSharedValues,
                       .state = BarrierState::kMoving,
                       .ask = "Call us",
                       .ask_role = "bed manager"};
    const auto added = journal.run(
        [content, now = journal.clock.now().at](Journal& open) { return open.entries().add(content, now); });
    QVERIFY(added);
    reader.show(added->id.value);
    journal.settle();
    QCOMPARE(reader.tags(), (QStringList{QStringLiteral("discharge"), QStringLiteral("night")}));
    QCOMPARE(reader.meaning(), QStringLiteral("They wait"));
    QCOMPARE(reader.ask(), QStringLiteral("Call us"));
    QCOMPARE(reader.askRole(), QStringLiteral("bed manager"));
    QCOMPARE(reader.needsLabel(), QStringLiteral("Leadership, Systems"));
    QCOMPARE(reader.problemLabel(), QStringLiteral("Only found by trying"));
    QCOMPARE(reader.powerLabel(), QStringLiteral("Values we share"));
    QCOMPARE(reader.state(), 2);
    // What counts for a barrier does not show of anything else.
    content.kind = EntryKind::kLightBulb;
    QVERIFY(journal.run([id = added->id, content, now = journal.clock.now().at](Journal& open) {
        return open.entries().change(id, content, now);
    }));
    emit journal.service.entryChanged(added->id);
    journal.settle();
    QCOMPARE(reader.meaning(), QStringLiteral("They wait"));
    QVERIFY(reader.ask().isEmpty());
    QVERIFY(reader.askRole().isEmpty());
    QVERIFY(reader.needsLabel().isEmpty());
    QCOMPARE(reader.state(), 0);
    QVERIFY(journal.close());
    QVERIFY(reader.meaning().isEmpty());
    QVERIFY(reader.tags().isEmpty());
}

void EntryReaderTest::marks_how_far_it_has_come() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    const auto id = journal.add(EntryKind::kSetback, QStringLiteral("text"));
    reader.show(id.value);
    journal.settle();
    QCOMPARE(reader.mark(), static_cast<int>(EntryMarks::Open));
    QVERIFY(journal.run([id, now = journal.clock.now()](Journal& open) {
        return open.follow_ups().add(id, {.kind = FollowUpKind::kTaught, .text = "much", .at = now, .question = {}},
                                     now.at);
    }));
    emit journal.service.entryChanged(id);
    journal.settle();
    QCOMPARE(reader.mark(), static_cast<int>(EntryMarks::Learned));
    const auto bulb = journal.add(EntryKind::kLightBulb, QStringLiteral("text"));
    reader.show(bulb.value);
    journal.settle();
    QCOMPARE(reader.mark(), static_cast<int>(EntryMarks::None));
}

void EntryReaderTest::copies_what_was_written() {
    TestJournal journal;
    EntryReader reader(journal.service, journal.clock);
    QVERIFY(journal.open());
    QClipboard& clipboard = *QGuiApplication::clipboard();
    clipboard.setText(QStringLiteral("before"));
    reader.copyText();
    QCOMPARE(clipboard.text(), QStringLiteral("before"));
    reader.show(journal.add(EntryKind::kSetback, QStringLiteral("The **bed**")).value);
    journal.settle();
    reader.copyText();
    QCOMPARE(clipboard.text(), QStringLiteral("The **bed**"));
    clipboard.clear();
}

QTEST_MAIN(EntryReaderTest)
#include "tst_entry_reader.moc"
