// SPDX-License-Identifier: Apache-2.0
// Promises of civil_time.h, with the time zone of London.
#include <QSignalSpy>
#include <QTest>

#include "civil_time.h"
#include "test_journal.h"

using namespace pennydrop;
using namespace pennydrop::app;
using namespace std::chrono_literals;

class CivilTimeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/London"); }

    void dates_go_both_ways() {
        for (const QDate date : {QDate(2024, 2, 29), QDate(1969, 12, 31), QDate(2025, 1, 1), QDate(2100, 3, 1)}) {
            QCOMPARE(to_qdate(to_civil(date)), date);
        }
    }

    void the_wall_shows_the_place() {
        const LocalTime moment{Timestamp{1'763'812'800'123'456}, *UtcOffset::from_minutes(330)};
        QCOMPARE(wall_time(moment), QTime(17, 30, 0, 123));
        QCOMPARE(to_qdate(moment.date()), QDate(2025, 11, 22));
        QCOMPARE(wall_time({Timestamp{-1}, UtcOffset{}}), QTime(23, 59, 59, 999));
    }

    void offsets_are_those_of_that_day() {
        const auto summer = to_local_time(QDateTime(QDate(2025, 7, 1), QTime(9, 0)));
        QCOMPARE(summer.offset.minutes(), 60);
        QCOMPARE(wall_time(summer), QTime(9, 0));
        const auto winter = to_local_time(QDateTime(QDate(2025, 12, 1), QTime(9, 0)));
        QCOMPARE(winter.offset.minutes(), 0);
        QCOMPARE(wall_time(winter), QTime(9, 0));
        // The same moment, named in UTC as QML may do.
        const auto utc = to_local_time(QDateTime(QDate(2025, 7, 1), QTime(8, 0), Qt::UTC));
        QVERIFY(utc == summer);
        QVERIFY(to_local_time(summer.at) == summer);
    }

    void the_watch_tells_of_another_day_once() {
        TestClock clock;
        CalendarWatch watch(clock);
        QSignalSpy changed(&watch, &CalendarWatch::changed);
        clock.advance(11h);
        watch.look();
        QCOMPARE(changed.count(), 0);
        clock.advance(2h);
        watch.look();
        watch.look();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(to_qdate(watch.today()), QDate(2025, 11, 23));
    }

    void the_watch_wakes_at_midnight() {
        TestClock clock;
        clock.advance(12h - 300ms);
        CalendarWatch watch(clock);
        QSignalSpy changed(&watch, &CalendarWatch::changed);
        clock.advance(400ms);
        QVERIFY(changed.wait(2000));
    }

    void the_watch_looks_when_the_program_comes_back() {
        TestClock clock;
        CalendarWatch watch(clock);
        QSignalSpy changed(&watch, &CalendarWatch::changed);
        clock.advance(48h);
        emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
        QCOMPARE(changed.count(), 0);
        emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QCOMPARE(changed.count(), 1);
    }

    void the_watch_tells_of_time_zone_locale_and_language() {
        TestClock clock;
        CalendarWatch watch(clock);
        QSignalSpy changed(&watch, &CalendarWatch::changed);
        clock.set({clock.now().at, *UtcOffset::from_minutes(60)});
        watch.look();
        QCOMPARE(changed.count(), 1);
        QEvent locale(QEvent::LocaleChange);
        QCoreApplication::sendEvent(qApp, &locale);
        QCOMPARE(changed.count(), 2);
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(qApp, &language);
        QCOMPARE(changed.count(), 3);
        QObject other;
        QEvent for_another(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&other, &for_another);
        QCOMPARE(changed.count(), 3);
    }
};

QTEST_MAIN(CivilTimeTest)
#include "tst_civil_time.moc"
