// SPDX-License-Identifier: Apache-2.0
// Promises of similar_entries.h: earlier entries like what is written are found after a pause, and one that is chosen
// is linked when that is kept.
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include "entry_editor.h"
#include "similar_entries.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

struct Fixture {
    TestJournal journal;
    Removal removal{journal.service, journal.clock};
    EntryEditor editor{journal.service, journal.clock, removal};
    SimilarEntries similar{journal.service, journal.clock, editor};
    QSignalSpy finished{&editor, &EntryEditor::finished};
    EntryId before{};

    [[nodiscard]] bool open() {
        const bool opened = journal.open();
        journal.settle();
        before = journal.add(EntryKind::kBarrier, QStringLiteral("The discharge letter was lost again."), 48h);
        (void)journal.add(EntryKind::kSetback, QStringLiteral("Keys missing upstairs."), 24h);
        return opened;
    }
    void write(EntryKind kind) {
        editor.begin(static_cast<int>(kind));
        editor.setText(QStringLiteral("Nobody had read the discharge letter."));
    }
    void finish() {
        editor.finish();
        journal.settle();
        journal.settle();
    }
    [[nodiscard]] std::vector<LinkedEntry> links(EntryId id) {
        auto found = journal.run([id](Journal& open) { return open.links().of(id); });
        return found ? std::move(*found) : std::vector<LinkedEntry>();
    }
    [[nodiscard]] EntryId kept() const { return EntryId{finished.last().at(0).toLongLong()}; }
};

}  // namespace

class SimilarEntriesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void they_are_found_after_a_pause();
    void one_that_is_chosen_is_linked_when_it_is_kept();
    void a_choice_is_taken_back();
    void thrown_away_nothing_is_linked();
    void waved_away_they_stay_away_while_this_is_written();
    void a_changed_entry_is_not_like_itself();
    void a_lock_leaves_nothing();
    void a_choice_is_there_again_with_its_draft();
};

void SimilarEntriesTest::they_are_found_after_a_pause() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.begin(2);
    f.editor.setText(QStringLiteral("letter"));
    QTest::qWait(SimilarEntries::kPauseMilliseconds + 300);
    QVERIFY2(!f.similar.offered(), "a word says nothing");
    f.editor.setText(QStringLiteral("Nobody had read the discharge letter."));
    QVERIFY(!f.similar.offered());
    QTRY_VERIFY_WITH_TIMEOUT(f.similar.offered(), 5000);
    QCOMPARE(f.similar.count(), 1);
    QCOMPARE(f.similar.index(0, 0).data(SummaryRows::EntryIdRole).toLongLong(), f.before.value);
    f.editor.setText(QStringLiteral("Something else altogether."));
    QTRY_VERIFY_WITH_TIMEOUT(!f.similar.offered(), 5000);
}

void SimilarEntriesTest::one_that_is_chosen_is_linked_when_it_is_kept() {
    Fixture f;
    QVERIFY(f.open());
    f.write(EntryKind::kLightBulb);
    QTRY_VERIFY_WITH_TIMEOUT(f.similar.offered(), 5000);
    QCOMPARE(f.similar.relationsTo(f.before.value), (QList<int>{2, 1}));
    f.similar.choose(f.before.value, LinkRelations::Answers);
    QCOMPARE(f.similar.chosen(), 1);
    QCOMPARE(f.similar.index(0, 0).data(SummaryRows::RelationRole).toInt(), 2);
    // What is chosen stays, whatever the text becomes about.
    f.editor.setText(QStringLiteral("Something else altogether."));
    QTest::qWait(SimilarEntries::kPauseMilliseconds + 300);
    QCOMPARE(f.similar.count(), 1);
    QSignalSpy changed(&f.journal.service, &JournalService::entryChanged);
    f.finish();
    const auto links = f.links(f.kept());
    QCOMPARE(links.size(), std::size_t{1});
    QVERIFY((links.front().link == Link{f.kept(), f.before, LinkKind::kAnswers}));
    QVERIFY(std::ranges::any_of(changed,
                                [&f](const auto& one) { return one.front().template value<EntryId>() == f.before; }));
    QCOMPARE(f.similar.chosen(), 0);
    QCOMPARE(f.similar.count(), 0);
    f.write(EntryKind::kLightBulb);
    f.finish();
    QVERIFY(f.links(f.kept()).empty());
}

void SimilarEntriesTest::a_choice_is_taken_back() {
    Fixture f;
    QVERIFY(f.open());
    f.write(EntryKind::kSetback);
    QTRY_VERIFY_WITH_TIMEOUT(f.similar.offered(), 5000);
    QCOMPARE(f.similar.relationsTo(f.before.value), QList<int>{1});
    f.similar.choose(4711, LinkRelations::CameFrom);
    QCOMPARE(f.similar.chosen(), 0);
    f.similar.choose(f.before.value, LinkRelations::CameFrom);
    f.similar.choose(f.before.value, LinkRelations::None);
    QCOMPARE(f.similar.chosen(), 0);
    f.finish();
    QVERIFY(f.links(f.kept()).empty());
}

void SimilarEntriesTest::thrown_away_nothing_is_linked() {
    Fixture f;
    QVERIFY(f.open());
    f.write(EntryKind::kSetback);
    QTRY_VERIFY_WITH_TIMEOUT(f.similar.offered(), 5000);
    f.similar.choose(f.before.value, LinkRelations::CameFrom);
    f.editor.discard();
    f.journal.settle();
    QCOMPARE(f.similar.chosen(), 0);
    QVERIFY(f.links(f.before).empty());
}

void SimilarEntriesTest::waved_away_they_stay_away_while_this_is_written() {
    Fixture f;
    QVERIFY(f.open());
    f.write(EntryKind::kSetback);
    QTRY_VERIFY_WITH_TIMEOUT(f.similar.offered(), 5000);
    f.similar.dismiss();
    QVERIFY(!f.similar.offered());
    f.editor.setText(QStringLiteral("The discharge letter, once more."));
    QTest::qWait(SimilarEntries::kPauseMilliseconds + 300);
    QVERIFY(!f.similar.offered());
    f.finish();
    f.write(EntryKind::kSetback);
    QTRY_VERIFY_WITH_TIMEOUT(f.similar.offered(), 5000);
}

void SimilarEntriesTest::a_changed_entry_is_not_like_itself() {
    Fixture f;
    QVERIFY(f.open());
    f.editor.edit(f.before.value);
    f.journal.settle();
    f.editor.setText(f.editor.text() + QStringLiteral(" And again."));
    QTest::qWait(SimilarEntries::kPauseMilliseconds + 300);
    f.journal.settle();
    QVERIFY(!f.similar.offered());
}

void SimilarEntriesTest::a_lock_leaves_nothing() {
    Fixture f;
    QVERIFY(f.open());
    f.write(EntryKind::kSetback);
    QTRY_VERIFY_WITH_TIMEOUT(f.similar.offered(), 5000);
    f.similar.choose(f.before.value, LinkRelations::CameFrom);
    QVERIFY(f.journal.close());
    QCOMPARE(f.similar.count(), 0);
    QCOMPARE(f.similar.chosen(), 0);
    QTest::qWait(SimilarEntries::kPauseMilliseconds + 100);
    QVERIFY(!f.similar.offered());
}

void SimilarEntriesTest::a_choice_is_there_again_with_its_draft() {
    Fixture f;
    QVERIFY(f.open());
    f.write(EntryKind::kLightBulb);
    QTRY_VERIFY_WITH_TIMEOUT(f.similar.offered(), 5000);
    f.similar.choose(f.before.value, LinkRelations::Answers);
    QTRY_COMPARE_WITH_TIMEOUT(f.editor.status(), EntryEditor::Saved, 5000);
    Fixture killed;
    QVERIFY(killed.journal.take_over(f.journal));
    QVERIFY(killed.journal.open());
    QVERIFY(f.journal.close());
    QVERIFY(f.journal.open());
    for (Fixture* now : {&killed, &f}) {
        now->journal.settle();
        QTRY_VERIFY(now->editor.restored());
        QCOMPARE(now->similar.chosen(), 1);
        QTRY_COMPARE(now->similar.count(), 1);
        QVERIFY(now->similar.offered());
        QCOMPARE(now->similar.index(0, 0).data(SummaryRows::RelationRole).toInt(), int{LinkRelations::Answers});
        now->finish();
        const auto links = now->links(now->kept());
        QCOMPARE(links.size(), std::size_t{1});
        QVERIFY((links.front().link == Link{now->kept(), f.before, LinkKind::kAnswers}));
        QCOMPARE(now->similar.chosen(), 0);
    }
}

QTEST_MAIN(SimilarEntriesTest)
#include "tst_similar_entries.moc"
