// SPDX-License-Identifier: Apache-2.0
// What the person chose: kept, brought into range, and dark or light as the desktop says.
#include <QFile>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

#include <limits>

#include "app_settings.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"

using namespace pennydrop;
using app::AppSettings;
using app::SettingsFile;
using app::WrongTries;
using Mode = AppSettings::ThemeMode;

namespace {

QPalette palette_of(Qt::GlobalColor window, Qt::GlobalColor text) {
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

}  // namespace

class TestAppSettings : public QObject {
    Q_OBJECT

private slots:
    void init() { QGuiApplication::setPalette(palette_of(Qt::white, Qt::black)); }

    void begins_with_the_defaults() {
        const AppSettings settings(file_.open(), device_);
        QCOMPARE(settings.themeMode(), Mode::System);
        QCOMPARE(settings.textScale(), 1.0);
        QCOMPARE(settings.autoLockMinutes(), 5);
        QVERIFY(settings.lockWithScreen());
        QVERIFY(settings.coverWhenInactive());
        QVERIFY(!settings.reducedMotion());
        QVERIFY(!settings.dark());
        QVERIFY(!settings.windowSize().has_value());
        QCOMPARE(settings.version(), QStringLiteral(PENNYDROP_VERSION));
    }

    void keeps_what_review_is_to_do() {
        const SettingsFile file;
        const QString journal = QStringLiteral("/a/journal");
        {
            AppSettings settings(file.open(), device_);
            QVERIFY(settings.onThisDay());
            QVERIFY(settings.blameQuestion());
            QVERIFY(!settings.reviewReminder());
            QVERIFY(!settings.lastReminder(journal).isValid());
            QSignalSpy changed(&settings, &AppSettings::onThisDayChanged);
            settings.setOnThisDay(false);
            settings.setOnThisDay(false);
            QCOMPARE(changed.count(), 1);
            settings.setBlameQuestion(false);
            settings.setReviewReminder(true);
            settings.setLastReminder(journal, QDate(2026, 11, 14));
        }
        const AppSettings settings(file.open(), device_);
        QVERIFY(!settings.onThisDay());
        QVERIFY(!settings.blameQuestion());
        QVERIFY(settings.reviewReminder());
        QCOMPARE(settings.lastReminder(journal), QDate(2026, 11, 14));
        QVERIFY(!settings.lastReminder(QStringLiteral("/another")).isValid());
    }

    void keeps_what_was_chosen() {
        const SettingsFile file;
        {
            AppSettings settings(file.open(), device_);
            settings.setThemeMode(Mode::Dark);
            settings.setTextScale(1.5);
            settings.setAutoLockMinutes(30);
            settings.setLockWithScreen(false);
            settings.setCoverWhenInactive(false);
            settings.setWindowSize({900, 700});
        }
        const AppSettings settings(file.open(), device_);
        QCOMPARE(settings.themeMode(), Mode::Dark);
        QVERIFY(settings.dark());
        QCOMPARE(settings.textScale(), 1.5);
        QCOMPARE(settings.autoLockMinutes(), 30);
        QVERIFY(!settings.lockWithScreen());
        QVERIFY(!settings.coverWhenInactive());
        QVERIFY(settings.windowSize() == QSize(900, 700));
    }

    void announces_changes_once() {
        const SettingsFile file;
        AppSettings settings(file.open(), device_);
        const QSignalSpy scale(&settings, &AppSettings::textScaleChanged);
        const QSignalSpy minutes(&settings, &AppSettings::autoLockMinutesChanged);
        settings.setTextScale(1.25);
        settings.setTextScale(1.25);
        settings.setAutoLockMinutes(10);
        settings.setAutoLockMinutes(10);
        QCOMPARE(scale.count(), 1);
        QCOMPARE(minutes.count(), 1);
    }

    void brings_values_into_range() {
        const SettingsFile file;
        AppSettings settings(file.open(), device_);
        settings.setTextScale(9.0);
        QCOMPARE(settings.textScale(), AppSettings::kLargestTextScale);
        QCOMPARE(settings.property("largestTextScale").toReal(), settings.textScale());
        settings.setTextScale(0.1);
        QCOMPARE(settings.property("smallestTextScale").toReal(), settings.textScale());
        QCOMPARE(settings.textScale(), AppSettings::kSmallestTextScale);
        settings.setTextScale(std::numeric_limits<qreal>::quiet_NaN());
        QCOMPARE(settings.textScale(), 1.0);
        settings.setAutoLockMinutes(100000);
        QCOMPARE(settings.autoLockMinutes(), 5);
        settings.setAutoLockMinutes(0);
        QCOMPARE(settings.autoLockMinutes(), 5);
    }

    void survives_a_spoilt_file() {
        const SettingsFile file;
        {
            auto store = file.open();
            store->setValue("appearance/theme", "plaid");
            store->setValue("appearance/textScale", "large");
            store->setValue("security/autoLockMinutes", -7);
            store->setValue("window/size", "wide");
        }
        const AppSettings settings(file.open(), device_);
        QCOMPARE(settings.themeMode(), Mode::System);
        QCOMPARE(settings.textScale(), 1.0);
        QCOMPARE(settings.autoLockMinutes(), 5);
        QVERIFY(!settings.windowSize().has_value());
    }

    void follows_the_desktop() {
        const SettingsFile file;
        platform::FakeDevice device;
        AppSettings settings(file.open(), device);
        const QSignalSpy changed(&settings, &AppSettings::darkChanged);
        device.set_appearance({true, std::nullopt});
        QVERIFY(settings.dark());
        device.set_appearance({false, std::nullopt});
        QVERIFY(!settings.dark());
        QCOMPARE(changed.count(), 2);
        settings.setThemeMode(Mode::Light);
        device.set_appearance({true, std::nullopt});
        QVERIFY(!settings.dark());
    }

    void follows_the_palette_where_the_desktop_is_silent() {
        if (QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)) {
            QSKIP("styleHints answers first from Qt 6.5 on");
        }
        const SettingsFile file;
        platform::FakeDevice device;
        const AppSettings settings(file.open(), device);
        QVERIFY(!settings.dark());
        QGuiApplication::setPalette(palette_of(Qt::black, Qt::white));
        QTRY_VERIFY(settings.dark());
        device.set_appearance({false, std::nullopt});
        QVERIFY(!settings.dark());
    }

    void reduces_motion_as_the_desktop_says() {
        const SettingsFile file;
        platform::FakeDevice device;
        AppSettings settings(file.open(), device);
        const QSignalSpy changed(&settings, &AppSettings::reducedMotionChanged);
        device.set_appearance({std::nullopt, true});
        QVERIFY(settings.reducedMotion());
        QCOMPARE(changed.count(), 1);
    }

    void the_command_line_is_not_remembered() {
        const SettingsFile file;
        {
            AppSettings settings(file.open(), device_);
            settings.overrideThemeMode(Mode::Dark);
            QVERIFY(settings.dark());
        }
        QCOMPARE(AppSettings(file.open(), device_).themeMode(), Mode::System);
    }

    void wrong_tries_are_on_the_disk_without_the_path() {
        const SettingsFile file;
        const QString journal = QStringLiteral("/home/someone/secret diary.pennydrop");
        AppSettings settings(file.open(), device_);
        const WrongTries tries{4, std::chrono::milliseconds{1'763'812'800'123}};
        settings.setWrongTries(journal, tries);

        QFile stored(file.path());
        QVERIFY(stored.open(QIODevice::ReadOnly));
        const QByteArray bytes = stored.readAll();
        QVERIFY(bytes.contains("1763812800123"));
        QVERIFY(!bytes.contains("someone"));
        QVERIFY(!bytes.contains("diary"));

        const AppSettings again(file.open(), device_);
        QVERIFY(again.wrongTries(journal) == tries);
        QVERIFY(again.wrongTries(QStringLiteral("/other")) == WrongTries{});
        settings.setWrongTries(journal, {});
        QVERIFY(settings.wrongTries(journal) == WrongTries{});
    }

private:
    platform::FakeDevice device_;
    SettingsFile file_;
};

QTEST_MAIN(TestAppSettings)
#include "tst_app_settings.moc"
