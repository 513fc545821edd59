// SPDX-License-Identifier: Apache-2.0
// Promises of calendar_model.h, day_entries.h and month_grid.h: which kinds each day has, in words too; the entries of
// the chosen day; nothing after a lock.
#include <QAbstractItemModelTester>
#include <QTest>

#include "calendar_model.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = 24h;

/// The clock stands at 12:00 on Saturday 22 November 2025.
struct Fixture {
    TestJournal journal;
    CalendarModel model{journal.service, journal.clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester entries_tester{model.entries(), QAbstractItemModelTester::FailureReportingMode::QtTest};

    [[nodiscard]] int row_of(int day) const {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(CalendarModel::OfMonthRole).toBool() &&
                model.index(row).data(CalendarModel::NumberRole).toString() == QString::number(day)) {
                return row;
            }
        }
        return -1;
    }
    [[nodiscard]] QVariant cell(int day, CalendarModel::Role role) const { return model.index(row_of(day)).data(role); }
    [[nodiscard]] QString heard(int day) const { return cell(day, CalendarModel::LabelRole).toString(); }
    [[nodiscard]] QStringList words() {
        QStringList all;
        for (int row = 0; row < model.entries()->rowCount(); ++row) {
            all += model.entries()->index(row).data(DayEntries::WordsRole).toString();
        }
        return all;
    }
};

}  // namespace

class CalendarModelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void each_day_says_which_kinds_it_has() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kSetback, QStringLiteral("a"), 8 * kDay);
        f.journal.add(EntryKind::kSetback, QStringLiteral("b"), 8 * kDay + 1h);
        f.journal.add(EntryKind::kLightBulb, QStringLiteral("c"), 8 * kDay + 2h);
        f.journal.add(EntryKind::kBarrier, QStringLiteral("d"), 1h);
        f.model.show();
        QTRY_COMPARE(f.heard(14), QStringLiteral("Friday 14 November 2025: 2 setbacks, 1 light bulb"));
        QCOMPARE(f.heard(22), QStringLiteral("Saturday 22 November 2025: 1 barrier"));
        QCOMPARE(f.heard(13), QStringLiteral("Thursday 13 November 2025: No entries"));
        QVERIFY(f.cell(14, CalendarModel::SetbacksRole).toBool());
        QVERIFY(f.cell(14, CalendarModel::LightBulbsRole).toBool());
        QVERIFY(!f.cell(14, CalendarModel::BarriersRole).toBool());
        QVERIFY(f.cell(22, CalendarModel::TodayRole).toBool());
        QVERIFY(!f.cell(23, CalendarModel::UsableRole).toBool());
        QVERIFY(!f.model.hasNextMonth());
    }

    void a_chosen_day_shows_its_entries() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kSetback, QStringLiteral("older"), 8 * kDay + 1h);
        f.journal.add(EntryKind::kSetback, QStringLiteral("newer"), 8 * kDay);
        f.journal.add(EntryKind::kBarrier, QStringLiteral("today"));
        f.model.show();
        QCOMPARE(f.model.dayTitle(), QStringLiteral("Today"));
        QTRY_COMPARE(f.words(), QStringList{QStringLiteral("today")});
        f.model.choose(f.row_of(14));
        QTRY_COMPARE(f.words(), QStringList({QStringLiteral("newer"), QStringLiteral("older")}));
        QCOMPARE(f.model.dayTitle(), QStringLiteral("Friday 14 November"));
        QTRY_COMPARE(f.model.daySummary(), QStringLiteral("2 setbacks"));
        f.model.choose(f.row_of(13));
        QTRY_COMPARE(f.words(), QStringList());
        QCOMPARE(f.model.daySummary(), QStringLiteral("No entries"));
        f.model.showToday();
        QTRY_COMPARE(f.words(), QStringList{QStringLiteral("today")});
        QVERIFY(f.model.onToday());
    }

    void a_day_is_the_one_on_the_wall_where_it_happened() {
        Fixture f;
        QVERIFY(f.journal.open());
        // 23:30 UTC on the 14th was 0:30 on the 15th in Berlin.
        const LocalTime berlin{Timestamp{1'763'163'000'000'000}, *UtcOffset::from_minutes(60)};
        (void)f.journal.run([berlin](Journal& open) {
            return open.entries().add({.kind = EntryKind::kSetback, .text = "late", .occurred = berlin}, berlin.at);
        });
        f.model.show();
        QTRY_COMPARE(f.heard(15), QStringLiteral("Saturday 15 November 2025: 1 setback"));
        f.model.choose(f.row_of(15));
        QTRY_COMPARE(f.words(), QStringList{QStringLiteral("late")});
        f.model.choose(f.row_of(14));
        QTRY_COMPARE(f.words(), QStringList());
    }

    void other_months_are_read_as_they_are_shown() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kLightBulb, QStringLiteral("october"), 40 * kDay);
        f.model.show();
        f.model.previousMonth();
        QCOMPARE(f.model.monthLabel(), QStringLiteral("October 2025"));
        QTRY_COMPARE(f.heard(13), QStringLiteral("Monday 13 October 2025: 1 light bulb"));
        // The chosen day stays until another one is chosen.
        QCOMPARE(f.model.chosenDay(), QStringLiteral("2025-11-22"));
        f.model.nextMonth();
        QCOMPARE(f.model.monthLabel(), QStringLiteral("November 2025"));
        f.model.nextMonth();
        QCOMPARE(f.model.monthLabel(), QStringLiteral("November 2025"));
    }

    void keys_move_the_current_day() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.model.show();
        QCOMPARE(f.model.currentRow(), f.row_of(22));
        f.model.moveDays(1);
        QCOMPARE(f.model.currentRow(), f.row_of(22));
        f.model.moveDays(-7);
        QCOMPARE(f.model.currentRow(), f.row_of(15));
        f.model.moveToWeekStart();
        QCOMPARE(f.model.currentRow(), f.row_of(10));
        f.model.moveToWeekEnd();
        QCOMPARE(f.model.currentRow(), f.row_of(16));
        f.model.choose(f.model.currentRow());
        QCOMPARE(f.model.chosenDay(), QStringLiteral("2025-11-16"));
        f.model.choose(f.row_of(23));
        QCOMPARE(f.model.chosenDay(), QStringLiteral("2025-11-16"));
    }

    void follows_changes() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.model.show();
        const EntryId id = f.journal.add(EntryKind::kSetback, QStringLiteral("new"));
        QTRY_COMPARE(f.words(), QStringList{QStringLiteral("new")});
        QTRY_COMPARE(f.model.daySummary(), QStringLiteral("1 setback"));
        f.journal.move(id, std::chrono::duration_cast<std::chrono::minutes>(kDay));
        QTRY_COMPARE(f.words(), QStringList());
        QTRY_COMPARE(f.heard(21), QStringLiteral("Friday 21 November 2025: 1 setback"));
    }

    void many_entries_come_page_by_page() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add_many(120);
        f.model.show();
        QTRY_VERIFY(f.model.entries()->rowCount() >= 50);
        while (f.model.entries()->canFetchMore({})) {
            f.model.entries()->fetchMore({});
            f.journal.settle();
        }
        QCOMPARE(f.model.entries()->rowCount(), 120);
        QCOMPARE(f.words().first(), QStringLiteral("entry 1"));
        QCOMPARE(f.words().last(), QStringLiteral("entry 120"));
    }

    void leaving_and_locking_forget() {
        Fixture f;
        QVERIFY(f.journal.open());
        f.journal.add(EntryKind::kSetback, QStringLiteral("words"), 8 * kDay);
        f.model.show();
        f.model.choose(f.row_of(14));
        QTRY_COMPARE(f.words().size(), 1);
        f.model.leave();
        QCOMPARE(f.words(), QStringList());
        QCOMPARE(f.model.daySummary(), QStringLiteral("No entries"));
        f.model.show();
        QTRY_COMPARE(f.words().size(), 1);  // of the day that was chosen
        f.model.previousMonth();            // its answer comes late
        QVERIFY(f.journal.close());
        QCOMPARE(f.words(), QStringList());
        QCOMPARE(f.model.chosenDay(), QStringLiteral("2025-11-22"));
        QTest::qWait(100);
        QVERIFY(!f.cell(14, CalendarModel::SetbacksRole).toBool());
    }
};

QTEST_MAIN(CalendarModelTest)
#include "tst_calendar_model.moc"
