// SPDX-License-Identifier: Apache-2.0
// Periods of the civil calendar: each day belongs to one, they follow each other without gaps, at the ends of years
// too.
#include <QtTest/QTest>

#include <chrono>

#include "insight/periods.h"

using namespace pennydrop;
using namespace std::chrono_literals;

namespace {

constexpr std::array kLengths{PeriodLength::kDay, PeriodLength::kWeek, PeriodLength::kMonth, PeriodLength::kQuarter};

CivilDate date(int year, unsigned month, unsigned day) {
    return CivilDate{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

}  // namespace

class TestPeriods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void known_periods();
    void every_day_has_one_period();
    void between();
    void counting_days();
};

void TestPeriods::known_periods() {
    const CivilDate day = date(2026, 11, 22);  // a Sunday
    QVERIFY((period_of(day, PeriodLength::kDay) == Period{day, day}));
    QVERIFY((period_of(day, PeriodLength::kWeek) == Period{date(2026, 11, 16), day}));
    QVERIFY((period_of(day, PeriodLength::kMonth) == Period{date(2026, 11, 1), date(2026, 11, 30)}));
    QVERIFY((period_of(day, PeriodLength::kQuarter) == Period{date(2026, 10, 1), date(2026, 12, 31)}));
    QVERIFY((period_of(date(2026, 1, 1), PeriodLength::kWeek) == Period{date(2025, 12, 29), date(2026, 1, 4)}));
    QVERIFY((period_of(date(2024, 2, 29), PeriodLength::kMonth) == Period{date(2024, 2, 1), date(2024, 2, 29)}));
    QVERIFY((period_of(date(2024, 2, 29), PeriodLength::kQuarter) == Period{date(2024, 1, 1), date(2024, 3, 31)}));
}

void TestPeriods::every_day_has_one_period() {
    for (const PeriodLength length : kLengths) {
        CivilDate day = date(1968, 1, 1);
        Period period = period_of(day, length);
        while (day < date(2033, 1, 1)) {
            const Period now = period_of(day, length);
            QVERIFY(now.first <= day && day <= now.last);
            if (now != period) {
                QVERIFY(days_after(period.last, 1) == now.first);
                QVERIFY(period_after(period, length) == now && period_before(now, length) == period);
                period = now;
            }
            day = days_after(day, 1);
        }
    }
}

void TestPeriods::between() {
    QCOMPARE(periods_between(date(2026, 1, 1), date(2026, 12, 31), PeriodLength::kDay).size(), std::size_t{365});
    QCOMPARE(periods_between(date(2026, 1, 1), date(2026, 12, 31), PeriodLength::kWeek).size(), std::size_t{53});
    QCOMPARE(periods_between(date(2025, 12, 31), date(2026, 12, 1), PeriodLength::kMonth).size(), std::size_t{13});
    QCOMPARE(periods_between(date(2026, 3, 31), date(2026, 4, 1), PeriodLength::kQuarter).size(), std::size_t{2});
    QCOMPARE(periods_between(date(2026, 1, 1), date(2026, 1, 1), PeriodLength::kMonth).size(), std::size_t{1});
    QVERIFY(periods_between(date(2026, 1, 2), date(2026, 1, 1), PeriodLength::kMonth).empty());
}

void TestPeriods::counting_days() {
    QCOMPARE(days_between(date(2026, 2, 28), date(2026, 3, 1)), std::int64_t{1});
    QCOMPARE(days_between(date(2024, 2, 28), date(2024, 3, 1)), std::int64_t{2});
    QCOMPARE(days_between(date(2026, 3, 1), date(2026, 2, 28)), std::int64_t{-1});
    QVERIFY(days_after(date(2025, 12, 31), 1) == date(2026, 1, 1));
    QVERIFY(days_after(date(1970, 1, 1), -1) == date(1969, 12, 31));
}

QTEST_APPLESS_MAIN(TestPeriods)
#include "tst_periods.moc"
