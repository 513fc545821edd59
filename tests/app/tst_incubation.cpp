// SPDX-License-Identifier: Apache-2.0
// What QML may make later is made in short steps, with turns of everything else between them.
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlIncubator>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <ctime>

#include "incubation.h"

using pennydrop::app::Incubation;

namespace {

/// Processor time of this thread, so that a busy machine does not count.
double thread_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// A page of `parts` parts, each of which takes a moment.
QByteArray page_of(int parts) {
    QByteArray text = "import QtQuick\nQtObject {\n property list<QtObject> parts: [\n";
    for (int i = 0; i < parts; ++i) {
        text +=
            QByteArray{i == 0 ? "" : ",\n"} +
            "  QtObject { property int sum; Component.onCompleted: { for (let i = 0; i < 2000; ++i) { sum += i; } } }";
    }
    return text + "\n ]\n}\n";
}

/// The longest time for which nothing else had a turn, and how many turns there were.
class Turns final : public QObject {
public:
    Turns() {
        timer_.setInterval(0);
        connect(&timer_, &QTimer::timeout, this, [this] {
            const double now = thread_ms();
            longest_ = std::max(longest_, now - last_);
            last_ = now;
            ++count_;
        });
        timer_.start();
    }
    [[nodiscard]] double longest_ms() const { return longest_; }
    [[nodiscard]] int count() const { return count_; }

private:
    QTimer timer_;
    double last_{thread_ms()};
    double longest_{0};
    int count_{0};
};

}  // namespace

class IncubationTest : public QObject {
    Q_OBJECT

private slots:
    void a_page_is_made_between_other_work() {
        Incubation incubation;
        QQmlEngine engine;
        engine.setIncubationController(&incubation);
        QQmlComponent component(&engine);
        component.setData(page_of(400), {});
        QVERIFY2(component.isReady(), qPrintable(component.errorString()));

        // All at once it takes so long:
        const double began = thread_ms();
        delete component.create();
        const double at_once = thread_ms() - began;

        Turns turns;
        QQmlIncubator page;
        component.create(page);
        QVERIFY(page.isLoading());
        QTRY_VERIFY(page.isReady());
        QVERIFY2(turns.longest_ms() < at_once / 2,
                 qPrintable(QStringLiteral("%1 of %2 ms").arg(turns.longest_ms()).arg(at_once)));
        QCOMPARE(incubation.incubatingObjectCount(), 0);
        delete page.object();
    }

    void one_after_another() {
        Incubation incubation;
        QQmlEngine engine;
        engine.setIncubationController(&incubation);
        QQmlComponent component(&engine);
        component.setData(page_of(3), {});
        for (int i = 0; i < 3; ++i) {
            QQmlIncubator page;
            component.create(page);
            QTRY_VERIFY(page.isReady());
            delete page.object();
        }
    }

    void what_is_no_longer_wanted_is_dropped() {
        Incubation incubation;
        QQmlEngine engine;
        engine.setIncubationController(&incubation);
        QQmlComponent component(&engine);
        component.setData(page_of(400), {});
        QQmlIncubator page;
        component.create(page);
        QVERIFY(page.isLoading());
        page.clear();
        QVERIFY(page.isNull());
        QTRY_COMPARE(incubation.incubatingObjectCount(), 0);
    }
};

QTEST_MAIN(IncubationTest)
#include "tst_incubation.moc"
