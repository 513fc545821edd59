// SPDX-License-Identifier: Apache-2.0
// The inactivity clock: what counts as activity, and that neither suspend nor a set clock keeps the journal open.
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

#include "auto_lock.h"
#include "manual_time.h"

using pennydrop::app::AutoLock;
using pennydrop::app::ManualTime;
using pennydrop::app::SystemTimeSource;
using namespace std::chrono_literals;

class TestAutoLock : public QObject {
    Q_OBJECT

private slots:
    void locks_after_the_limit_by_itself() {
        const SystemTimeSource time;
        AutoLock lock(time);
        lock.set_limit(60ms);
        QSignalSpy expired(&lock, &AutoLock::expired);
        lock.start();
        QVERIFY(expired.wait(2000));
        QTest::qWait(150);
        QCOMPARE(expired.count(), 1);
    }

    void is_silent_until_started_and_after_stop() {
        const SystemTimeSource time;
        AutoLock lock(time);
        lock.set_limit(20ms);
        const QSignalSpy expired(&lock, &AutoLock::expired);
        QTest::qWait(60);
        lock.start();
        lock.stop();
        QTest::qWait(60);
        lock.note_activity();
        QCOMPARE(expired.count(), 0);
    }

    void input_is_activity_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("counts");
        QTest::newRow("key") << int(QEvent::KeyPress) << true;
        QTest::newRow("on-screen keyboard") << int(QEvent::InputMethod) << true;
        QTest::newRow("button") << int(QEvent::MouseButtonPress) << true;
        QTest::newRow("move") << int(QEvent::MouseMove) << true;
        QTest::newRow("wheel") << int(QEvent::Wheel) << true;
        QTest::newRow("touch") << int(QEvent::TouchBegin) << true;
        QTest::newRow("drag") << int(QEvent::TouchUpdate) << true;
        QTest::newRow("timer") << int(QEvent::Timer) << false;
        QTest::newRow("paint") << int(QEvent::UpdateRequest) << false;
    }

    void input_is_activity() {
        QFETCH(int, type);
        QFETCH(bool, counts);
        ManualTime time;
        AutoLock lock(time);
        lock.set_limit(5min);
        QSignalSpy expired(&lock, &AutoLock::expired);
        lock.start();
        time.pass(4min);
        QObject anyone;
        QEvent event(static_cast<QEvent::Type>(type));
        QCoreApplication::sendEvent(&anyone, &event);
        time.pass(2min);
        lock.note_activity();
        QCOMPARE(expired.count(), counts ? 0 : 1);
    }

    void the_event_that_wakes_the_machine_comes_too_late() {
        ManualTime time;
        AutoLock lock(time);
        lock.set_limit(5min);
        const QSignalSpy expired(&lock, &AutoLock::expired);
        lock.start();
        time.sleep(8h);  // the steady clock stood still
        QWindow window;
        window.resize(100, 100);
        QTest::mouseMove(&window, QPoint(3, 3));
        QEvent event(QEvent::KeyPress);
        QCoreApplication::sendEvent(&window, &event);
        QCOMPARE(expired.count(), 1);
    }

    void coming_back_to_the_app_comes_too_late() {
        ManualTime time;
        AutoLock lock(time);
        lock.set_limit(5min);
        const QSignalSpy expired(&lock, &AutoLock::expired);
        lock.start();
        time.sleep(6min);
        emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QCOMPARE(expired.count(), 1);
    }

    void setting_the_clock_back_does_not_keep_it_open() {
        ManualTime time;
        AutoLock lock(time);
        lock.set_limit(5min);
        const QSignalSpy expired(&lock, &AutoLock::expired);
        lock.start();
        time.set_wall(time.wall() - 24h);
        time.pass(6min);
        lock.note_activity();
        QCOMPARE(expired.count(), 1);
    }

    void a_shorter_limit_counts_at_once() {
        ManualTime time;
        AutoLock lock(time);
        lock.set_limit(30min);
        const QSignalSpy expired(&lock, &AutoLock::expired);
        lock.start();
        time.pass(10min);
        lock.set_limit(5min);
        QCOMPARE(expired.count(), 1);
    }

    void a_timer_that_fires_early_waits_on() {
        ManualTime time;
        AutoLock lock(time);
        lock.set_limit(50ms);  // real time runs, the clocks do not
        QSignalSpy expired(&lock, &AutoLock::expired);
        lock.start();
        QTest::qWait(200);
        QCOMPARE(expired.count(), 0);
        time.pass(60ms);
        QVERIFY(expired.wait(1000));
    }
};

QTEST_MAIN(TestAutoLock)
#include "tst_auto_lock.moc"
