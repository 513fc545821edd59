// SPDX-License-Identifier: Apache-2.0
// The wait between wrong tries: how long, and that neither a restart nor a set clock gets around it.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "try_limiter.h"

using namespace pennydrop;
using app::AppSettings;
using app::ManualTime;
using app::SettingsFile;
using app::TryLimiter;
using namespace std::chrono_literals;

namespace {

const QString kJournal = QStringLiteral("/home/someone/journal.pennydrop");

}  // namespace

class TestTryLimiter : public QObject {
    Q_OBJECT

private slots:
    void waits_longer_each_time() {
        const std::array expected = {0s, 0s, 0s, 2s, 4s, 8s, 16s, 32s, 64s, 128s, 256s, 300s, 300s};
        for (std::size_t tries = 0; tries < expected.size(); ++tries) {
            QCOMPARE(TryLimiter::wait_after(static_cast<int>(tries)), expected[tries]);
        }
        QCOMPARE(TryLimiter::wait_after(1'000'000), 300s);
    }

    void counts_down() {
        ManualTime time;
        AppSettings settings(file_.open(), device_);
        TryLimiter limiter(settings, time, QStringLiteral("counts down"));
        for (int i = 0; i < 4; ++i) {
            limiter.failed();
        }
        QCOMPARE(limiter.seconds_left(), 4);
        time.pass(1ms);
        QCOMPARE(limiter.seconds_left(), 4);
        time.pass(3s);
        QCOMPARE(limiter.seconds_left(), 1);
        time.pass(999ms);
        QCOMPARE(limiter.seconds_left(), 0);
    }

    void a_right_try_forgets() {
        ManualTime time;
        AppSettings settings(file_.open(), device_);
        TryLimiter limiter(settings, time, kJournal);
        for (int i = 0; i < 5; ++i) {
            limiter.failed();
        }
        limiter.succeeded();
        QCOMPARE(limiter.seconds_left(), 0);
        QCOMPARE(TryLimiter(settings, time, kJournal).seconds_left(), 0);
        limiter.failed();
        QCOMPARE(limiter.seconds_left(), 0);
    }

    void a_restart_does_not_help() {
        const SettingsFile file;
        ManualTime time;
        {
            AppSettings settings(file.open(), device_);
            TryLimiter limiter(settings, time, kJournal);
            for (int i = 0; i < 6; ++i) {
                limiter.failed();
            }
        }
        time.pass(6s);
        time.restart();
        AppSettings settings(file.open(), device_);
        TryLimiter limiter(settings, time, kJournal);
        QCOMPARE(limiter.seconds_left(), 10);
        QCOMPARE(TryLimiter(settings, time, QStringLiteral("/another")).seconds_left(), 0);
        limiter.failed();
        QCOMPARE(limiter.seconds_left(), 32);
    }

    void another_name_for_the_same_file_does_not_help() {
        const QTemporaryDir folder;
        const QString journal = folder.filePath(QStringLiteral("journal.pennydrop"));
        const QString link = folder.filePath(QStringLiteral("link.pennydrop"));
        const QString linked_folder = folder.filePath(QStringLiteral("linked"));
        QVERIFY(QFile::link(folder.path(), linked_folder));
        QVERIFY(QFile::link(journal, link));
        const SettingsFile file;
        ManualTime time;
        AppSettings settings(file.open(), device_);
        // The first name is taken before there is a file, as at a first run.
        TryLimiter limiter(settings, time, linked_folder + QStringLiteral("/journal.pennydrop"));
        QFile made(journal);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.close();
        for (int i = 0; i < 6; ++i) {
            limiter.failed();
        }
        QCOMPARE(TryLimiter(settings, time, journal).seconds_left(), 16);
        QCOMPARE(TryLimiter(settings, time, link).seconds_left(), 16);
        QCOMPARE(TryLimiter(settings, time, folder.filePath(QStringLiteral("other"))).seconds_left(), 0);
    }

    void setting_the_clock_changes_nothing_while_we_run() {
        const SettingsFile file;
        ManualTime time;
        AppSettings settings(file.open(), device_);
        TryLimiter limiter(settings, time, kJournal);
        for (int i = 0; i < 6; ++i) {
            limiter.failed();
        }
        time.set_wall(time.wall() + 24h);
        QCOMPARE(limiter.seconds_left(), 16);
    }

    void a_clock_set_back_never_makes_it_longer() {
        const SettingsFile file;
        ManualTime time;
        AppSettings settings(file.open(), device_);
        {
            TryLimiter limiter(settings, time, kJournal);
            for (int i = 0; i < 6; ++i) {
                limiter.failed();
            }
        }
        time.set_wall(time.wall() - 24h);
        TryLimiter limiter(settings, time, kJournal);
        QCOMPARE(limiter.seconds_left(), 16);
        time.pass(16s);
        QCOMPARE(limiter.seconds_left(), 0);
    }

private:
    platform::FakeDevice device_;
    SettingsFile file_;
};

QTEST_MAIN(TestTryLimiter)
#include "tst_try_limiter.moc"
