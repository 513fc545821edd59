// SPDX-License-Identifier: Apache-2.0
// Promises of day_choice.h: days to come, or days that were.
#include <QAbstractItemModelTester>
#include <QTest>

#include "day_choice.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;

namespace {

/// The clock stands at 12:00 on Saturday 22 November 2025.
struct Fixture {
    TestClock clock;
    DayChoice choice{clock};
    QAbstractItemModelTester tester{&choice, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

}  // namespace

class DayChoiceTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void ahead_begins_tomorrow() {
        Fixture f;
        f.choice.beginAhead({});
        QCOMPARE(f.choice.chosenDay(), QStringLiteral("2025-11-29"));
        QCOMPARE(f.choice.chosenLabel(), QStringLiteral("Saturday 29 November 2025"));
        QVERIFY(!f.choice.hasPreviousMonth());
        f.choice.moveDays(-30);
        f.choice.choose(f.choice.currentRow());
        QCOMPARE(f.choice.chosenDay(), QStringLiteral("2025-11-23"));
        f.choice.nextMonth();
        QCOMPARE(f.choice.monthLabel(), QStringLiteral("December 2025"));
        f.choice.beginAhead(QStringLiteral("2026-02-01"));
        QCOMPARE(f.choice.chosenDay(), QStringLiteral("2026-02-01"));
        f.choice.beginAhead(QStringLiteral("2025-11-22"));
        QCOMPARE(f.choice.chosenDay(), QStringLiteral("2025-11-29"));
    }

    void past_ends_today_and_may_be_none() {
        Fixture f;
        f.choice.beginPast({});
        QCOMPARE(f.choice.chosenDay(), QString());
        QCOMPARE(f.choice.chosenLabel(), QString());
        QVERIFY(!f.choice.hasNextMonth());
        f.choice.moveDays(5);
        f.choice.choose(f.choice.currentRow());
        QCOMPARE(f.choice.chosenDay(), QStringLiteral("2025-11-22"));
        f.choice.beginPast(QStringLiteral("2024-02-29"));
        QCOMPARE(f.choice.chosenDay(), QStringLiteral("2024-02-29"));
        QCOMPARE(f.choice.monthLabel(), QStringLiteral("February 2024"));
    }

    void counts_ahead_on_the_calendar() {
        Fixture f;
        QCOMPARE(f.choice.dayAhead(0, 1), QStringLiteral("2025-11-23"));
        QCOMPARE(f.choice.dayAhead(3, 0), QStringLiteral("2026-02-22"));
        QCOMPARE(f.choice.labelOf(QStringLiteral("2026-02-22")), QStringLiteral("Sunday 22 February 2026"));
        QCOMPARE(f.choice.labelOf(QStringLiteral("tomorrow")), QString());
    }
};

QTEST_MAIN(DayChoiceTest)
#include "tst_day_choice.moc"
