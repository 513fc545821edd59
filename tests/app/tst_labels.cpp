// SPDX-License-Identifier: Apache-2.0
// Promises of labels.h: a day is named as the person saw it on the wall where it happened.
#include <QTest>

#include "labels.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono;

namespace {

LocalTime at(sys_time<microseconds> utc, int offset_minutes = 0) {
    return {Timestamp{utc.time_since_epoch().count()}, *UtcOffset::from_minutes(offset_minutes)};
}

constexpr CivilDate kToday = 2025y / November / 22d;  // a Saturday
const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);

}  // namespace

class LabelsTest : public QObject {
    Q_OBJECT

private slots:
    void days_data() {
        QTest::addColumn<int>("year");
        QTest::addColumn<unsigned>("month");
        QTest::addColumn<unsigned>("day");
        QTest::addColumn<QString>("label");
        QTest::newRow("today") << 2025 << 11U << 22U << QStringLiteral("Today");
        QTest::newRow("yesterday") << 2025 << 11U << 21U << QStringLiteral("Yesterday");
        QTest::newRow("earlier this month") << 2025 << 11U << 14U << QStringLiteral("Friday 14 November");
        QTest::newRow("first of the year") << 2025 << 1U << 1U << QStringLiteral("Wednesday 1 January");
        QTest::newRow("last year") << 2024 << 12U << 31U << QStringLiteral("Tuesday 31 December 2024");
        QTest::newRow("leap day") << 2024 << 2U << 29U << QStringLiteral("Thursday 29 February 2024");
        QTest::newRow("tomorrow, by another clock") << 2025 << 11U << 23U << QStringLiteral("Sunday 23 November");
    }
    void days() {
        QFETCH(int, year);
        QFETCH(unsigned, month);
        QFETCH(unsigned, day);
        QFETCH(QString, label);
        QCOMPARE(Labels::day(CivilDate{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}},
                             kToday, kBritish),
                 label);
    }

    void a_full_day_is_never_shortened() {
        QCOMPARE(Labels::full_day(QDate(2025, 11, 14), kBritish), QStringLiteral("Friday 14 November 2025"));
    }

    void yesterday_across_the_year() {
        QCOMPARE(Labels::day(2024y / December / 31d, 2025y / January / 1d, kBritish), QStringLiteral("Yesterday"));
    }

    void times_are_those_of_the_place() {
        const auto moment = at(sys_days{2025y / November / 21d} + 23h + 30min, 60);
        QCOMPARE(Labels::time(moment, kBritish), QStringLiteral("00:30"));
        QCOMPARE(Labels::moment(moment, kToday, kBritish), QStringLiteral("Today, 00:30"));
        const auto west = at(sys_days{2025y / November / 22d} + 3h, -5 * 60);
        QCOMPARE(Labels::moment(west, kToday, kBritish), QStringLiteral("Yesterday, 22:00"));
        const auto before_1970 = at(sys_days{1969y / December / 31d} + 23h + 59min);
        QCOMPARE(Labels::moment(before_1970, kToday, kBritish), QStringLiteral("Wednesday 31 December 1969, 23:59"));
    }

    void times_follow_the_locale() {
        const auto moment = at(sys_days{2025y / November / 22d} + 16h + 5min);
        QCOMPARE(Labels::time(moment, kBritish), QStringLiteral("16:05"));
        QCOMPARE(Labels::time(moment, QLocale::c()), QStringLiteral("16:05"));
        QVERIFY(
            Labels::time(moment, QLocale(QLocale::English, QLocale::UnitedStates)).contains(QStringLiteral("4:05")));
        QVERIFY(
            Labels::day(2025y / November / 14d, kToday, QLocale(QLocale::German)).contains(QStringLiteral("Freitag")));
    }

    void edited() {
        const auto day = sys_days{2025y / November / 22d};
        QCOMPARE(Labels::edited(at(day + 9h), kToday, kBritish), QStringLiteral("Edited today at 09:00"));
        QCOMPARE(Labels::edited(at(day - 15h), kToday, kBritish), QStringLiteral("Edited yesterday at 09:00"));
        QCOMPARE(Labels::edited(at(sys_days{2025y / November / 14d} + 9h), kToday, kBritish),
                 QStringLiteral("Edited on Friday 14 November at 09:00"));
    }
};

QTEST_MAIN(LabelsTest)
#include "tst_labels.moc"
