// SPDX-License-Identifier: Apache-2.0
// Promises of trends_model.h and what it shows: the year one chooses; five charts with a sentence and a table; the
// entries behind a mark, in pages; nothing after a lock. And of trend_rows.h: keys and fingers find the nearest mark.
#include <QAbstractItemModelTester>
#include <QTest>

#include <vector>

#include "test_journal.h"
#include "trend_words.h"
#include "trends_model.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = 24h;

QStringList said(TrendRows* rows) {
    QStringList all;
    for (int row = 0; row < rows->rowCount(); ++row) {
        all += rows->index(row).data(TrendRows::SpokenRole).toString();
    }
    return all;
}

/// The clock stands at 12:00 on Saturday 22 November 2025.
struct Fixture {
    TestJournal journal;
    TrendsModel model{journal.service, journal.clock};
    QAbstractItemModelTester marks_tester{model.days()->marks(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester table_tester{model.kinds()->table(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester entries_tester{model.entries(), QAbstractItemModelTester::FailureReportingMode::QtTest};

    [[nodiscard]] LocalTime ago(std::chrono::minutes time) const {
        const LocalTime now = journal.clock.now();
        return {Timestamp{now.at.micros - std::chrono::microseconds{time}.count()}, now.offset};
    }
    EntryId add(EntryKind kind, std::chrono::minutes time, const char* theme = nullptr,
                std::optional<BarrierState> state = {}) {
        EntryContent content{.kind = kind, .text = "words", .occurred = ago(time)};
        if (theme != nullptr) {
            content.theme = Theme::from_code(theme);
        }
        content.barrier.state = state;
        const auto added = journal.run([&](Journal& open) { return open.entries().add(content, content.occurred.at); });
        return added ? added->id : EntryId{};
    }
    void teach(EntryId id) {
        const FollowUpContent taught{.kind = FollowUpKind::kTaught, .text = "ask first", .at = journal.clock.now()};
        QVERIFY(journal.run([&](Journal& open) { return open.follow_ups().add(id, taught, taught.at.at); }));
        emit journal.service.entryChanged(id);
    }
    void set_state(EntryId id, BarrierState state, std::chrono::minutes time) {
        QVERIFY(journal.run([&](Journal& open) -> Status { return open.barriers().set_state(id, state, ago(time)); }));
        emit journal.service.entryChanged(id);
    }
    void show() {
        model.show();
        journal.settle();
    }
    [[nodiscard]] int entries() {
        journal.settle();
        return model.entries()->rowCount();
    }
};

}  // namespace

class TrendsModelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void an_empty_journal_says_so() {
        Fixture f;
        QVERIFY(f.journal.open());
        QVERIFY(!f.model.ready());
        f.show();
        QVERIFY(f.model.ready() && f.model.empty());
        QCOMPARE(f.model.yearLabel(), QString());
        QCOMPARE(f.model.days()->marks()->count(), 0);
        f.journal.add(EntryKind::kSetback, QStringLiteral("a"));
        f.journal.settle();
        QVERIFY(!f.model.empty());
        QCOMPARE(f.model.days()->marks()->count(), 1);
    }

    void the_year_is_chosen() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add(EntryKind::kSetback, 1h);
        f.add(EntryKind::kBarrier, 800 * kDay);
        f.show();
        QCOMPARE(f.model.yearLabel(), QStringLiteral("2025"));
        QVERIFY(f.model.hasYearBefore() && !f.model.hasYearAfter());
        f.model.yearBefore();
        f.journal.settle();
        QCOMPARE(f.model.yearLabel(), QStringLiteral("2024"));
        QCOMPARE(f.model.days()->reading(), QStringLiteral("There are no entries in 2024."));
        QCOMPARE(f.model.days()->table()->count(), 0);
        f.model.yearBefore();
        f.journal.settle();
        QCOMPARE(f.model.yearLabel(), QStringLiteral("2023"));
        QVERIFY(!f.model.hasYearBefore() && f.model.hasYearAfter());
        QCOMPARE(f.model.barriers()->reading(), QStringLiteral("How the one barrier of 2023 stands is not said."));
        f.model.yearBefore();
        f.journal.settle();
        QCOMPARE(f.model.yearLabel(), QStringLiteral("2023"));
        // Another visit comes back to it.
        f.model.leave();
        QVERIFY(!f.model.ready());
        QCOMPARE(f.model.barriers()->reading(), QString());
        f.show();
        QCOMPARE(f.model.yearLabel(), QStringLiteral("2023"));
    }

    void days_and_kinds() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add(EntryKind::kSetback, 8 * kDay);
        f.add(EntryKind::kSetback, 8 * kDay + 1h);
        f.add(EntryKind::kLightBulb, 8 * kDay + 2h);
        f.add(EntryKind::kBarrier, 1h);
        f.add(EntryKind::kBarrier, 30 * kDay);
        f.show();
        QCOMPARE(f.model.days()->reading(),
                 TrendWords::tr("%n days of %1 have entries; %2 has more of them than any other month.", "", 3)
                     .arg(QStringLiteral("2025"), QStringLiteral("November")));
        const QString two_setbacks = QCoreApplication::translate("CountWords", "%n setbacks", "", 2);
        QCOMPARE(said(f.model.days()->table()), QStringList({QStringLiteral("Thursday 23 October 2025: 1 barrier"),
                                                             QStringLiteral("Friday 14 November 2025: ") +
                                                                 two_setbacks + QStringLiteral(", 1 light bulb"),
                                                             QStringLiteral("Saturday 22 November 2025: 1 barrier")}));
        TrendRows& marks = *f.model.kinds()->marks();
        QCOMPARE(said(&marks),
                 QStringList({QStringLiteral("November: ") + two_setbacks, QStringLiteral("November: 1 light bulb"),
                              QStringLiteral("October: 1 barrier"), QStringLiteral("November: 1 barrier")}));
        QCOMPARE(marks.index(0).data(TrendRows::ColumnRole).toInt(), 10);
        QCOMPARE(marks.index(0).data(TrendRows::ShareRole).toDouble(), 1.0);
        QCOMPARE(marks.index(1).data(TrendRows::LineRole).toInt(), 1);
        QCOMPARE(marks.index(1).data(TrendRows::KindRole).toInt(), 2);
        // Months to come are not said to be empty; months that passed are.
        TrendRows& table = *f.model.kinds()->table();
        QCOMPARE(table.count(), 11);
        QCOMPARE(table.index(0).data(TrendRows::SpokenRole).toString(), QStringLiteral("January: No entries"));
        QVERIFY(!table.index(0).data(TrendRows::UsableRole).toBool());
    }

    void hurdles_are_ranked_and_the_table_has_all() {
        Fixture f;
        QVERIFY(f.journal.open());
        for (const char* theme : {"blame", "tools", "rules", "no-time", "unclear", "language", "momentum", "blame"}) {
            f.add(EntryKind::kSetback, 1h, theme);
        }
        f.add(EntryKind::kLightBulb, 1h, "fresh-eyes");
        f.show();
        TrendChart& chart = *f.model.hurdles();
        QCOMPARE(chart.marks()->count(), 6);
        QCOMPARE(chart.table()->count(), 7);
        QCOMPARE(chart.note(), QStringLiteral("1 more is in the table."));
        QCOMPARE(chart.table()->index(0).data(TrendRows::LabelRole).toString(), QStringLiteral("Blame"));
        QVERIFY(chart.reading().startsWith(QStringLiteral("“Blame” is named most often: in 2 of the ")));
        chart.marks()->choose(0);
        QVERIFY(f.model.marked());
        QCOMPARE(f.model.markTitle(), QStringLiteral("Blame, 2025"));
        QCOMPARE(f.entries(), 2);
        f.model.unmark();
        QCOMPARE(f.model.entries()->rowCount(), 0);
    }

    void learning_turns_at_once() {
        Fixture f;
        QVERIFY(f.journal.open());
        const EntryId setback = f.add(EntryKind::kSetback, 1h);
        f.show();
        QCOMPARE(f.model.learning()->reading(), QStringLiteral("What the one setback of 2025 may teach is open."));
        QCOMPARE(said(f.model.learning()->marks()),
                 QStringList({QStringLiteral("Learned: No entries"), QStringLiteral("Open: 1 setback")}));
        f.model.learning()->marks()->choose(0);
        QVERIFY2(!f.model.marked(), "there is nothing to show");
        f.model.learning()->marks()->choose(1);
        QCOMPARE(f.model.markTitle(), QStringLiteral("Open, 2025"));
        QCOMPARE(f.entries(), 1);
        f.teach(setback);
        QCOMPARE(f.entries(), 0);
        QCOMPARE(f.model.learning()->reading(), QStringLiteral("The one setback of 2025 has taught something."));
    }

    void barriers_by_state_and_time() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add(EntryKind::kBarrier, 20 * kDay);
        f.add(EntryKind::kBarrier, 20 * kDay, "rules", BarrierState::kStuck);
        const EntryId quick = f.add(EntryKind::kBarrier, 20 * kDay, "rules", BarrierState::kStuck);
        const EntryId slow = f.add(EntryKind::kBarrier, 20 * kDay, "rules", BarrierState::kStuck);
        f.set_state(quick, BarrierState::kCleared, 17 * kDay);
        f.show();
        QCOMPARE(f.model.barriers()->note(),
                 TrendWords::tr("The one that is cleared took %1 from being named.").arg(TrendWords::days_long(3)));
        f.set_state(slow, BarrierState::kCleared, 10 * kDay);
        f.journal.settle();
        QCOMPARE(
            f.model.barriers()->reading(),
            TrendWords::tr("%n barriers of %1 by how they stand: stuck %2, moving %3, cleared %4, not said %5.", "", 4)
                .arg(QStringLiteral("2025"), QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("2"),
                     QStringLiteral("1")));
        QVERIFY2(f.model.barriers()->note().contains(QStringLiteral("6.5 days")),
                 qPrintable(f.model.barriers()->note()));
        TrendRows& table = *f.model.barriers()->table();
        QCOMPARE(table.count(), 5);
        QCOMPARE(table.index(4).data(TrendRows::ValueRole).toString(), QStringLiteral("6.5 days"));
        for (const auto& [row, entries] : {std::pair{0, 1}, std::pair{2, 2}, std::pair{3, 1}}) {
            f.model.barriers()->marks()->choose(row);
            QCOMPARE(f.entries(), entries);
        }
        f.model.unmark();
        table.choose(4);
        QVERIFY(!f.model.marked());
    }

    void sentences_of_hurdles_and_learning() {
        const auto year = std::chrono::year{2026};
        QCOMPARE(TrendWords::hurdles({}, {}, 0, year), QStringLiteral("No setback or barrier of 2026 names a hurdle."));
        QCOMPARE(TrendWords::hurdles(QStringLiteral("Blame"), {1, 1}, 1, year),
                 QStringLiteral("“Blame” is the one hurdle you named in 2026."));
        QVERIFY(
            TrendWords::hurdles(QStringLiteral("Blame"), {1, 3}, 3, year).contains(QStringLiteral("equally often")));
        QCOMPARE(TrendWords::learning({}, year), QStringLiteral("There are no setbacks in 2026."));
        QVERIFY(TrendWords::learning({0, 5}, year).endsWith(QStringLiteral("may teach is open.")));
        QVERIFY(TrendWords::learning({1, 5}, year).startsWith(QStringLiteral("One of the")));
        QVERIFY(TrendWords::learning({2, 5}, year).startsWith(QStringLiteral("2 of the")));
        QVERIFY(TrendWords::learning({5, 5}, year).startsWith(QStringLiteral("All ")));
        QCOMPARE(TrendWords::time_to_cleared({}), QString());
        QCOMPARE(TrendWords::time_to_cleared({.cleared = 1, .median_days = 0.0}),
                 QStringLiteral("The one that is cleared was cleared on the day it was named."));
        QCOMPARE(TrendWords::days_long(1), QStringLiteral("1 day"));
    }

    void entries_come_in_pages() {
        // Without a tester, which asks for every page there is.
        TestJournal journal;
        TrendsModel model{journal.service, journal.clock};
        QVERIFY(journal.open());
        journal.add_many(120);
        model.show();
        journal.settle();
        QCOMPARE(model.days()->marks()->count(), 1);
        model.days()->marks()->choose(0);
        QCOMPARE(model.markTitle(), QStringLiteral("Saturday 22 November 2025"));
        journal.settle();
        TrendEntries& entries = *model.entries();
        QCOMPARE(entries.rowCount(), 50);
        while (entries.canFetchMore({})) {
            entries.fetchMore({});
            journal.settle();
        }
        QCOMPARE(entries.rowCount(), 120);
        QCOMPARE(entries.index(119).data(TrendEntries::WordsRole).toString(), QStringLiteral("entry 120"));
    }

    void keys_and_fingers_find_marks() {
        TrendRows rows;
        const auto at = [](int column, int line) { return TrendRow{.column = column, .line = line}; };
        rows.show({at(2, 0), at(9, 0), at(1, 3), at(8, 3), at(5, 4)});
        QCOMPARE(rows.after(0), 1);
        QCOMPARE(rows.after(1), 2);
        QCOMPARE(rows.after(4), 4);
        QCOMPARE(rows.before(0), 0);
        QCOMPARE(rows.below(1), 3);
        QCOMPARE(rows.below(0), 2);
        QCOMPARE(rows.above(4), 3);
        QCOMPARE(rows.above(1), 1);
        QCOMPARE(rows.nearest(25, 5, 10, 10, 0), 0);
        QCOMPARE(rows.nearest(75, 12, 10, 10, 24), 1);
        QCOMPARE(rows.nearest(40, 90, 10, 10, 24), -1);
        QCOMPARE(rows.nearest(82, 38, 10, 10, 24), 3);
    }

    void a_failure_is_told() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add(EntryKind::kSetback, 1h);
        QVERIFY(f.journal.run([](Journal& journal) -> Status {
            return journal.vault().database().execute("ALTER TABLE follow_up RENAME TO gone");
        }));
        f.show();
        QVERIFY(f.model.message().startsWith(QStringLiteral("The trends could not be read.")));
    }

    void a_lock_forgets() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.add(EntryKind::kSetback, 1h);
        f.add(EntryKind::kSetback, 400 * kDay);
        f.show();
        f.model.yearBefore();
        f.journal.settle();
        f.model.days()->marks()->choose(0);
        QCOMPARE(f.entries(), 1);
        f.journal.hold_worker(50ms);
        f.model.yearAfter();
        QVERIFY(f.journal.close());
        QTest::qWait(100);
        QVERIFY(!f.model.ready() && !f.model.marked());
        QCOMPARE(f.model.markTitle(), QString());
        QCOMPARE(f.model.days()->marks()->count() + f.model.kinds()->table()->count(), 0);
        QCOMPARE(f.model.learning()->reading(), QString());
        QCOMPARE(f.model.entries()->rowCount(), 0);
    }
};

QTEST_MAIN(TrendsModelTest)
#include "tst_trends_model.moc"
