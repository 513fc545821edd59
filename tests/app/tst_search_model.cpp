// SPDX-License-Identifier: Apache-2.0
// Promises of search_model.h: answers to the last question only, in pages, kept up to date, forgotten at a lock.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "entry_marks.h"
#include "search_model.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

QString shown(const SearchModel& model, int row, SearchModel::Role role) {
    return model.index(row).data(role).toString();
}

struct Fixture {
    TestJournal journal;
    SearchModel model{journal.service, journal.clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    /// Waits until the last question is answered.
    [[nodiscard]] bool answered() {
        return QTest::qWaitFor([this] { return !model.searching(); }, 5000);
    }
    [[nodiscard]] bool find(const QString& words) {
        model.setWords(words);
        return answered();
    }
};

}  // namespace

class SearchModelTest : public QObject {
    Q_OBJECT

private slots:
    void nothing_asked_nothing_shown();
    void finds_words_and_marks_them();
    void matches_have_the_colour_of_the_screen();
    void what_was_typed_is_never_markup();
    void filters_alone_list_entries();
    void periods_count_whole_days();
    void a_theme_that_does_not_fit_is_dropped();
    void waits_for_a_pause();
    void an_older_answer_never_replaces_a_newer();
    void reads_page_by_page();
    void an_error_is_told_and_tried_again();
    void follows_changes();
    void clear_forgets();
    void a_lock_leaves_nothing();
    void marks_how_far_an_entry_has_come();
};

void SearchModelTest::nothing_asked_nothing_shown() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add(EntryKind::kSetback, QStringLiteral("text"));
    QVERIFY(!f.model.active());
    QVERIFY(!f.model.searching());
    QCOMPARE(f.model.summary(), QString());
    f.model.setWords(QStringLiteral("   "));
    QVERIFY(!f.model.active());
    QTest::qWait(200);
    QCOMPARE(f.model.rowCount(), 0);
}

void SearchModelTest::finds_words_and_marks_them() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add(EntryKind::kSetback, QStringLiteral("The handover\nwent wrong"), 24h);
    f.journal.add(EntryKind::kBarrier, QStringLiteral("No hands free"), 1min);
    f.journal.add(EntryKind::kBarrier, QStringLiteral("Something else"));
    QSignalSpy active(&f.model, &SearchModel::activeChanged);
    f.model.setWords(QStringLiteral("hand"));
    QVERIFY(f.model.active());
    QVERIFY(f.model.searching());
    QCOMPARE(f.model.summary(), QString());
    QVERIFY(f.answered());
    QCOMPARE(active.count(), 1);
    QCOMPARE(f.model.total(), 2);
    QCOMPARE(f.model.summary(), QStringLiteral("2 entries"));
    QCOMPARE(f.model.index(0).data(SearchModel::KindRole).toInt(), 3);
    QCOMPARE(shown(f.model, 0, SearchModel::SnippetRole), QStringLiteral("No <b>hands</b> free"));
    QCOMPARE(shown(f.model, 1, SearchModel::SnippetRole), QStringLiteral("The <b>handover</b> went wrong"));
    QCOMPARE(shown(f.model, 1, SearchModel::DayRole), QStringLiteral("Yesterday"));
    QCOMPARE(shown(f.model, 1, SearchModel::TimeRole), QStringLiteral("12:00"));
    QVERIFY(f.find(QStringLiteral("hand wrong")));
    QCOMPARE(f.model.summary(), QStringLiteral("1 entry"));
    QVERIFY(f.find(QStringLiteral("hand zebra")));
    QCOMPARE(f.model.summary(), QStringLiteral("No entries"));
    QCOMPARE(f.model.rowCount(), 0);
}

void SearchModelTest::matches_have_the_colour_of_the_screen() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add(EntryKind::kSetback, QStringLiteral("<b>No</b> hands free"));
    QVERIFY(f.find(QStringLiteral("hand")));
    QSignalSpy changed(&f.model, &SearchModel::dataChanged);
    f.model.setMatchColour(QColor(0x2F, 0x5D, 0x62));
    f.model.setMatchColour(QColor(0x2F, 0x5D, 0x62));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(shown(f.model, 0, SearchModel::SnippetRole),
             QStringLiteral("&lt;b&gt;No&lt;/b&gt; <b><font color=\"#2f5d62\">hands</font></b> free"));
    QCOMPARE(shown(f.model, 0, SearchModel::WordsRole), QStringLiteral("<b>No</b> hands free"));
}

void SearchModelTest::what_was_typed_is_never_markup() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add(EntryKind::kSetback, QStringLiteral("a <img src='http://example.org/x'> & ward"));
    QVERIFY(f.find(QStringLiteral("ward")));
    QCOMPARE(shown(f.model, 0, SearchModel::SnippetRole),
             QStringLiteral("a &lt;img src='http://example.org/x'&gt; &amp; <b>ward</b>"));
    for (const auto* words : {"\"", "*", "AND", "ward\" OR \"x", "NEAR(", "!!!", "-", "'; DROP TABLE entry"}) {
        QVERIFY(f.find(QString::fromLatin1(words)));
    }
    QVERIFY(f.find(QStringLiteral("!!!")));
    QVERIFY(f.model.active());
    QCOMPARE(f.model.total(), 0);
}

void SearchModelTest::filters_alone_list_entries() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add(EntryKind::kSetback, QStringLiteral("one"));
    f.journal.add(EntryKind::kLightBulb, QStringLiteral("## What made it possible?\ntwo"));
    f.model.setKind(2);
    QVERIFY(f.model.active());
    QVERIFY(f.answered());
    QCOMPARE(f.model.rowCount(), 1);
    QCOMPARE(shown(f.model, 0, SearchModel::SnippetRole), QStringLiteral("What made it possible? two"));
    f.model.setThemeCode(QStringLiteral("asked"));
    QVERIFY(f.answered());
    QCOMPARE(f.model.total(), 0);
    f.model.setThemeCode(QString());
    f.model.setKind(0);
    QVERIFY(!f.model.active());
    QVERIFY(!f.model.searching());
    QCOMPARE(f.model.rowCount(), 0);
    f.model.setKind(9);
    QCOMPARE(f.model.kind(), 0);
}

void SearchModelTest::periods_count_whole_days() {
    Fixture f;
    QVERIFY(f.journal.open());
    // It is noon: midnight of the day a week ago is 180 hours back.
    f.journal.add(EntryKind::kSetback, QStringLiteral("within the week"), 24h * 7 + 12h);
    f.journal.add(EntryKind::kSetback, QStringLiteral("just before it"), 24h * 7 + 12h + 1min);
    f.journal.add(EntryKind::kSetback, QStringLiteral("last year"), 24h * 360);
    f.journal.add(EntryKind::kSetback, QStringLiteral("long ago"), 24h * 370);
    const auto total = [&f](SearchModel::Period period) {
        f.model.setPeriod(period);
        return f.answered() ? f.model.total() : -1;
    };
    QCOMPARE(total(SearchModel::PastWeek), 1);
    QCOMPARE(total(SearchModel::PastMonth), 2);
    QCOMPARE(total(SearchModel::PastYear), 3);
    // On another day the week begins on another day.
    QCOMPARE(total(SearchModel::PastWeek), 1);
    f.journal.clock.advance(24h);
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    f.journal.settle();
    QCOMPARE(f.model.total(), 0);
}

void SearchModelTest::a_theme_that_does_not_fit_is_dropped() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.model.setThemeCode(QStringLiteral("blame"));
    QCOMPARE(f.model.themeCode(), QStringLiteral("blame"));
    f.model.setKind(1);
    QCOMPARE(f.model.themeCode(), QStringLiteral("blame"));
    f.model.setKind(2);
    QCOMPARE(f.model.themeCode(), QString());
    f.model.setThemeCode(QStringLiteral("blame"));
    QCOMPARE(f.model.themeCode(), QString());
    f.model.setThemeCode(QStringLiteral("other"));
    f.model.setKind(3);
    QCOMPARE(f.model.themeCode(), QStringLiteral("other"));
    f.model.setThemeCode(QStringLiteral("nonsense"));
    QCOMPARE(f.model.themeCode(), QStringLiteral("other"));
}

void SearchModelTest::waits_for_a_pause() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add(EntryKind::kSetback, QStringLiteral("handover"));
    QSignalSpy answers(&f.model, &SearchModel::modelReset);
    const QString typed = QStringLiteral("handover");
    for (qsizetype i = 1; i <= typed.size(); ++i) {
        f.model.setWords(typed.left(i));
        QTest::qWait(20);
    }
    QVERIFY(f.answered());
    QCOMPARE(answers.count(), 1);
    f.model.setWords(typed + QStringLiteral(" "));  // the same question
    QVERIFY(!f.model.searching());
}

void SearchModelTest::an_older_answer_never_replaces_a_newer() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add(EntryKind::kSetback, QStringLiteral("first"));
    f.journal.add(EntryKind::kSetback, QStringLiteral("second"));
    QStringList seen;
    connect(&f.model, &SearchModel::modelReset, this,
            [&] { seen.append(shown(f.model, 0, SearchModel::SnippetRole)); });
    f.journal.hold_worker(400ms);
    f.model.setWords(QStringLiteral("first"));
    QTest::qWait(200);  // the question about the first is posted and waits behind the busy worker
    f.model.setWords(QStringLiteral("second"));
    QVERIFY(f.answered());
    f.journal.settle();
    QCOMPARE(seen, QStringList(QStringLiteral("<b>second</b>")));
}

void SearchModelTest::reads_page_by_page() {
    TestJournal journal;
    SearchModel model(journal.service, journal.clock);
    QVERIFY(journal.open());
    journal.add_many(120);
    model.setWords(QStringLiteral("entry"));
    QTRY_VERIFY(!model.searching());
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(model.total(), 120);
    QCOMPARE(model.summary(), QStringLiteral("120 entries"));
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({});
    journal.settle();
    QCOMPARE(model.rowCount(), 100);
    model.fetchMore({});
    journal.settle();
    QCOMPARE(model.rowCount(), 120);
    QVERIFY(!model.canFetchMore({}));
    const auto expected = journal.timeline();
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.index(row).data(SearchModel::EntryIdRole).toLongLong(),
                 expected[static_cast<std::size_t>(row)].value);
    }
    // A page of the old question that comes after a new one is dropped.
    model.setWords(QStringLiteral("entr"));
    QTRY_VERIFY(!model.searching());
    model.fetchMore({});
    model.setWords(QStringLiteral("entry 7"));
    QTRY_VERIFY(!model.searching());
    QCOMPARE(model.rowCount(), model.total());
}

void SearchModelTest::an_error_is_told_and_tried_again() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add_many(60);
    const auto set_kind = [&f](Sql sql) {
        return f.journal.run([sql](Journal& journal) { return journal.vault().database().execute(sql); });
    };
    QVERIFY(f.find(QStringLiteral("entry")));
    QCOMPARE(f.model.rowCount(), 50);
    QVERIFY(set_kind("UPDATE entry SET kind = 99"));
    f.model.fetchMore({});
    f.journal.settle();
    QVERIFY(f.model.message().contains(QStringLiteral("could not be searched")));
    QCOMPARE(f.model.rowCount(), 50);
    QVERIFY(f.model.canFetchMore({}));
    QVERIFY(f.find(QStringLiteral("entr")));
    QVERIFY(!f.model.message().isEmpty());
    QCOMPARE(f.model.rowCount(), 0);
    QVERIFY(f.model.summary().isEmpty());
    QVERIFY(set_kind("UPDATE entry SET kind = 1"));
    QVERIFY(f.find(QStringLiteral("entry")));
    QVERIFY(f.model.message().isEmpty());
    f.model.fetchMore({});
    f.journal.settle();
    QCOMPARE(f.model.rowCount(), 60);
}

void SearchModelTest::follows_changes() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add_many(70);
    QVERIFY(f.find(QStringLiteral("entry")));
    f.model.fetchMore({});
    f.journal.settle();
    QCOMPARE(f.model.rowCount(), 70);
    QSignalSpy reset(&f.model, &SearchModel::modelReset);
    const auto ids = f.journal.timeline();
    (void)f.journal.run([id = ids[60]](Journal& open) { return open.entries().remove(id, Timestamp{1}); });
    emit f.journal.service.entryRemoved(ids[60]);
    f.journal.settle();
    QCOMPARE(f.model.rowCount(), 69);
    QCOMPARE(f.model.total(), 69);
    f.journal.move(ids[10], 1min * 65);
    f.journal.settle();
    f.journal.add(EntryKind::kLightBulb, QStringLiteral("another entry"));
    f.journal.add(EntryKind::kLightBulb, QStringLiteral("not it"));
    f.journal.settle();
    QCOMPARE(f.model.rowCount(), 70);
    QCOMPARE(reset.count(), 0);
    auto expected = f.journal.timeline();
    expected.erase(expected.begin());  // "not it", added last at the same time
    for (int row = 0; row < f.model.rowCount(); ++row) {
        QCOMPARE(f.model.index(row).data(SearchModel::EntryIdRole).toLongLong(),
                 expected[static_cast<std::size_t>(row)].value);
    }
}

void SearchModelTest::clear_forgets() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add(EntryKind::kSetback, QStringLiteral("text"));
    f.model.setKind(1);
    f.model.setPeriod(SearchModel::PastYear);
    QVERIFY(f.find(QStringLiteral("text")));
    QCOMPARE(f.model.rowCount(), 1);
    f.model.clear();
    QVERIFY(f.model.words().isEmpty());
    QCOMPARE(f.model.kind(), 0);
    QCOMPARE(f.model.period(), SearchModel::AnyTime);
    QVERIFY(!f.model.active());
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.summary(), QString());
}

void SearchModelTest::a_lock_leaves_nothing() {
    Fixture f;
    QVERIFY(f.journal.open());
    f.journal.add(EntryKind::kSetback, QStringLiteral("text"));
    QVERIFY(f.find(QStringLiteral("text")));
    f.model.setWords(QStringLiteral("tex"));
    QTest::qWait(SearchModel::kPauseMilliseconds + 1);
    QVERIFY(f.journal.close());
    QTest::qWait(200);
    QVERIFY(f.model.words().isEmpty());
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.total(), 0);
    QVERIFY(!f.model.searching());
}

void SearchModelTest::marks_how_far_an_entry_has_come() {
    Fixture f;
    QVERIFY(f.journal.open());
    const auto barrier = f.journal.add(EntryKind::kBarrier, QStringLiteral("No hands free"));
    QVERIFY(f.find(QStringLiteral("hand")));
    const auto mark = [&f] { return f.model.index(0).data(SearchModel::MarkRole).toInt(); };
    QCOMPARE(mark(), static_cast<int>(EntryMarks::None));
    QVERIFY(f.journal.run([barrier, now = f.journal.clock.now()](Journal& open) {
        return open.barriers().set_state(barrier, BarrierState::kMoving, now);
    }));
    emit f.journal.service.entryChanged(barrier);
    f.journal.settle();
    QCOMPARE(mark(), static_cast<int>(EntryMarks::Moving));
}

QTEST_MAIN(SearchModelTest)
#include "tst_search_model.moc"
