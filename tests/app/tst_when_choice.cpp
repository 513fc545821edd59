// SPDX-License-Identifier: Apache-2.0
// Promises of when_choice.h: a month as its language lays it out, nothing later than now, times as people write them.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "civil_time.h"
#include "test_journal.h"
#include "when_choice.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

namespace {

const QLocale kBritish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kAmerican(QLocale::English, QLocale::UnitedStates);

/// The clock stands at 12:00 on Saturday 22 November 2025, here.
struct Fixture {
    Fixture() {
        clock.set(to_local_time(QDateTime(QDate(2025, 11, 22), QTime(12, 0))));
        choice.begin(QDateTime(QDate(2025, 11, 14), QTime(9, 30, 15)));
    }

    [[nodiscard]] QVariant cell(int row, WhenChoice::Role role) const { return choice.index(row).data(role); }
    [[nodiscard]] QString current() const { return cell(choice.currentRow(), WhenChoice::LabelRole).toString(); }
    [[nodiscard]] int row_of(int day) const {
        for (int row = 0; row < choice.rowCount(); ++row) {
            if (cell(row, WhenChoice::OfMonthRole).toBool() &&
                cell(row, WhenChoice::NumberRole).toString() == QString::number(day)) {
                return row;
            }
        }
        return -1;
    }

    TestClock clock;
    WhenChoice choice{clock};
    QAbstractItemModelTester tester{&choice, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

}  // namespace

class WhenChoiceTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/London"); }
    void init() { QLocale::setDefault(kBritish); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void a_month_is_laid_out_as_the_language_orders_a_week_data() {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("first_weekday");
        QTest::addColumn<int>("row_of_the_first");
        QTest::addColumn<int>("weeks");
        // 1 November 2025 is a Saturday.
        QTest::newRow("from Monday") << kBritish << QStringLiteral("Mon") << 5 << 5;
        QTest::newRow("from Sunday") << kAmerican << QStringLiteral("Sun") << 6 << 6;
    }
    void a_month_is_laid_out_as_the_language_orders_a_week() {
        QFETCH(QLocale, locale);
        QFETCH(QString, first_weekday);
        QFETCH(int, row_of_the_first);
        QFETCH(int, weeks);
        QLocale::setDefault(locale);
        Fixture f;
        QCOMPARE(f.choice.rowCount(), 42);
        QCOMPARE(f.choice.weekdays().size(), 7);
        QCOMPARE(f.choice.weekdays().first(), first_weekday);
        QCOMPARE(f.row_of(1), row_of_the_first);
        QCOMPARE(f.row_of(30), row_of_the_first + 29);
        QCOMPARE(f.choice.weeks(), weeks);
        QVERIFY(!f.cell(row_of_the_first - 1, WhenChoice::OfMonthRole).toBool());
        QVERIFY(!f.cell(row_of_the_first + 30, WhenChoice::OfMonthRole).toBool());
    }

    void february_may_need_four_weeks() {
        Fixture f;
        f.choice.begin(QDateTime(QDate(2021, 2, 10), QTime(9, 0)));
        QCOMPARE(f.choice.weeks(), 4);
        QCOMPARE(f.row_of(1), 0);
    }

    void names_are_whole() {
        const Fixture f;
        QCOMPARE(f.choice.monthLabel(), QStringLiteral("November 2025"));
        QCOMPARE(f.current(), QStringLiteral("Friday 14 November 2025"));
        QVERIFY(f.cell(f.choice.currentRow(), WhenChoice::ChosenRole).toBool());
    }

    void days_after_today_cannot_be_chosen() {
        Fixture f;
        QVERIFY(f.cell(f.row_of(22), WhenChoice::UsableRole).toBool());
        QVERIFY(!f.cell(f.row_of(23), WhenChoice::UsableRole).toBool());
        f.choice.choose(f.row_of(23));
        QVERIFY(f.cell(f.row_of(14), WhenChoice::ChosenRole).toBool());
        f.choice.choose(f.row_of(1) - 1);
        QVERIFY(f.cell(f.row_of(14), WhenChoice::ChosenRole).toBool());
        f.choice.choose(-1);
        f.choice.choose(f.row_of(22));
        f.choice.setTimeText(QStringLiteral("23:59"));
        QCOMPARE(f.choice.result(), QDateTime(QDate(2025, 11, 22), QTime(12, 0)));
    }

    void months_turn_and_stop_at_this_one() {
        Fixture f;
        const QSignalSpy month(&f.choice, &WhenChoice::monthChanged);
        QVERIFY(!f.choice.hasNextMonth());
        f.choice.nextMonth();
        QCOMPARE(f.choice.monthLabel(), QStringLiteral("November 2025"));
        f.choice.begin(QDateTime(QDate(2025, 3, 31), QTime(9, 0)));
        f.choice.previousMonth();
        QCOMPARE(f.choice.monthLabel(), QStringLiteral("February 2025"));
        QCOMPARE(f.current(), QStringLiteral("Friday 28 February 2025"));
        QVERIFY(f.choice.hasNextMonth());
        f.choice.nextMonth();
        QCOMPARE(f.choice.monthLabel(), QStringLiteral("March 2025"));
        QCOMPARE(month.count(), 3);
        // From the end of a month before into this one: not past today.
        f.choice.begin(QDateTime(QDate(2025, 10, 31), QTime(9, 0)));
        f.choice.nextMonth();
        QCOMPARE(f.current(), QStringLiteral("Saturday 22 November 2025"));
        // Turning shows a month and chooses nothing.
        QCOMPARE(f.choice.result(), QDateTime(QDate(2025, 10, 31), QTime(9, 0)));
    }

    void the_current_day_moves_without_choosing() {
        Fixture f;
        const QSignalSpy current(&f.choice, &WhenChoice::currentChanged);
        f.choice.moveDays(1);
        QCOMPARE(f.current(), QStringLiteral("Saturday 15 November 2025"));
        f.choice.moveDays(-7);
        QCOMPARE(f.current(), QStringLiteral("Saturday 8 November 2025"));
        f.choice.moveToWeekStart();
        QCOMPARE(f.current(), QStringLiteral("Monday 3 November 2025"));
        f.choice.moveToWeekEnd();
        QCOMPARE(f.current(), QStringLiteral("Sunday 9 November 2025"));
        f.choice.moveDays(-14);
        QCOMPARE(f.choice.monthLabel(), QStringLiteral("October 2025"));
        f.choice.moveDays(700);
        QCOMPARE(f.current(), QStringLiteral("Saturday 22 November 2025"));
        QCOMPARE(current.count(), 6);
        f.choice.moveToWeekEnd();  // Sunday is tomorrow
        QCOMPARE(current.count(), 6);
        QVERIFY(f.cell(f.row_of(14), WhenChoice::ChosenRole).toBool());
        QCOMPARE(f.choice.result().date(), QDate(2025, 11, 14));
    }

    void a_day_and_a_time_are_chosen() {
        Fixture f;
        f.choice.choose(f.row_of(3));
        f.choice.setTimeText(QStringLiteral("16:05"));
        QVERIFY(f.choice.timeValid());
        QCOMPARE(f.choice.result(), QDateTime(QDate(2025, 11, 3), QTime(16, 5)));
        QVERIFY(f.cell(f.row_of(3), WhenChoice::ChosenRole).toBool());
        QVERIFY(!f.cell(f.row_of(14), WhenChoice::ChosenRole).toBool());
    }

    void choosing_the_same_again_changes_nothing() {
        Fixture f;
        f.choice.choose(f.row_of(3));
        f.choice.choose(f.row_of(14));
        f.choice.setTimeText(QStringLiteral("9:30"));
        QCOMPARE(f.choice.result(), QDateTime(QDate(2025, 11, 14), QTime(9, 30, 15)));
    }

    void a_time_that_is_none_gives_nothing() {
        Fixture f;
        const QSignalSpy changed(&f.choice, &WhenChoice::timeChanged);
        f.choice.setTimeText(QStringLiteral("7:"));
        QVERIFY(!f.choice.timeValid());
        QVERIFY(!f.choice.result().isValid());
        QCOMPARE(changed.count(), 1);
    }

    void the_time_is_written_as_the_language_does() {
        QLocale::setDefault(kAmerican);
        Fixture f;
        f.choice.begin(QDateTime(QDate(2025, 11, 14), QTime(16, 5)));
        QCOMPARE(f.choice.timeText().simplified(), QStringLiteral("4:05 PM"));
        QVERIFY(f.choice.timeValid());
        QCOMPARE(f.choice.result().time(), QTime(16, 5));
    }

    void times_as_people_type_them_data() {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QTime>("time");
        const QLocale german(QLocale::German, QLocale::Germany);
        const QLocale finnish(QLocale::Finnish, QLocale::Finland);
        const QLocale persian(QLocale::Persian, QLocale::Iran);
        QTest::newRow("24 hours") << kBritish << QStringLiteral("16:05") << QTime(16, 5);
        QTest::newRow("one digit") << kBritish << QStringLiteral(" 7:05 ") << QTime(7, 5);
        QTest::newRow("midnight") << kBritish << QStringLiteral("00:00") << QTime(0, 0);
        QTest::newRow("a point") << kBritish << QStringLiteral("16.05") << QTime(16, 5);
        QTest::newRow("12 hours") << kAmerican << QStringLiteral("4:05 PM") << QTime(16, 5);
        QTest::newRow("12 hours, small") << kAmerican << QStringLiteral("4:05pm") << QTime(16, 5);
        QTest::newRow("noon") << kAmerican << QStringLiteral("12:00 PM") << QTime(12, 0);
        QTest::newRow("24 hours in 12-hour country") << kAmerican << QStringLiteral("16:05") << QTime(16, 5);
        QTest::newRow("no break before PM") << kAmerican << QStringLiteral("4:05\u202FPM") << QTime(16, 5);
        QTest::newRow("German") << german << QStringLiteral("07:05") << QTime(7, 5);
        QTest::newRow("Finnish") << finnish << QStringLiteral("16.05") << QTime(16, 5);
        QTest::newRow("Persian digits") << persian << QStringLiteral("\u06F1\u06F6:\u06F0\u06F5") << QTime(16, 5);
        QTest::newRow("nothing") << kBritish << QString() << QTime();
        QTest::newRow("half") << kBritish << QStringLiteral("7:") << QTime();
        QTest::newRow("one digit of minutes") << kBritish << QStringLiteral("7:5") << QTime();
        QTest::newRow("too late") << kBritish << QStringLiteral("24:00") << QTime();
        QTest::newRow("words") << kBritish << QStringLiteral("noon") << QTime();
    }
    void times_as_people_type_them() {
        QFETCH(QLocale, locale);
        QFETCH(QString, typed);
        QFETCH(QTime, time);
        const auto parsed = WhenChoice::parse_time(typed, locale);
        QCOMPARE(parsed.value_or(QTime()), time);
        QCOMPARE(parsed.has_value(), time.isValid());
    }
};

QTEST_MAIN(WhenChoiceTest)
#include "tst_when_choice.moc"
