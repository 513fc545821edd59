// SPDX-License-Identifier: Apache-2.0
// The window comes back as large as it was left.
#include <QTest>
#include <QWindow>

#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "window_memory.h"

using namespace pennydrop;
using namespace pennydrop::app;

class TestWindowMemory : public QObject {
    Q_OBJECT

private slots:
    void comes_back_as_it_was_left() {
        const SettingsFile file;
        AppSettings settings(file.open(), device_);
        {
            QWindow window;
            window.resize(300, 400);
            const WindowMemory memory(window, settings);
            QCOMPARE(window.size(), QSize(300, 400));
            window.show();
            window.resize(500, 450);
            QTRY_COMPARE(window.size(), QSize(500, 450));
            QTest::qWait(20);
            window.close();
        }
        QVERIFY(settings.windowSize() == QSize(500, 450));
        QWindow window;
        const WindowMemory memory(window, settings);
        QCOMPARE(window.size(), QSize(500, 450));
    }

    void is_remembered_without_leaving() {
        const SettingsFile file;
        AppSettings settings(file.open(), device_);
        QWindow window;
        const WindowMemory memory(window, settings);
        window.show();
        window.resize(510, 460);
        QTRY_VERIFY(settings.windowSize() == QSize(510, 460));
    }

    void fits_the_screen_and_the_smallest_size() {
        const SettingsFile file;
        AppSettings settings(file.open(), device_);
        settings.setWindowSize({90'000, 90'000});
        QWindow window;
        const WindowMemory memory(window, settings);
        QVERIFY(window.width() <= 8192);
        settings.setWindowSize({10, 10});
        QWindow small;
        small.setMinimumSize({320, 480});
        const WindowMemory memory_of_small(small, settings);
        QCOMPARE(small.size(), QSize(320, 480));
    }

    void a_maximised_window_says_nothing() {
        const SettingsFile file;
        AppSettings settings(file.open(), device_);
        settings.setWindowSize({500, 450});
        {
            QWindow window;
            const WindowMemory memory(window, settings);
            window.showMaximized();
            QTest::qWait(50);
        }
        QVERIFY(settings.windowSize() == QSize(500, 450));
    }

private:
    platform::FakeDevice device_;
};

QTEST_MAIN(TestWindowMemory)
#include "tst_window_memory.moc"
