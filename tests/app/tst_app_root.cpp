// SPDX-License-Identifier: Apache-2.0
// `App` as QML sees it, and what joins the device to the session.
#include <QFile>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTest>

#include "app_root.h"
#include "manual_time.h"
#include "platform/fake/fake_device.h"
#include "platform/fake/fake_key_store.h"

using namespace pennydrop;
using namespace pennydrop::app;

class TestAppRoot : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        device_ = std::make_unique<platform::FakeDevice>();
        root_ = std::make_unique<AppRoot>(
            Surroundings{clock_, time_, *device_, key_store_}, file_.open(),
            SessionOptions{folder_->filePath(QStringLiteral("sample.pennydrop")), false, true, KdfCost{}});
    }

    void cleanup() { root_.reset(); }

    void qml_sees_the_one_app() {
        QQmlEngine engine;
        engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QQmlComponent component(&engine);
        component.setData(R"(
            import QtQuick
            import Pennydrop.App
            QtObject {
                property bool starting: App.session.state === Session.Starting
                property int minutes: App.settings.autoLockMinutes
                property bool system: App.settings.themeMode === AppSettings.System
                property int rows: App.timeline.total
                property bool writing: App.editor.active
                property bool reading: App.reader.shown
                property bool searching: App.search.active
                property bool removing: App.removal.pending
                property string kind: App.vocabulary.kindLabel(EntryKinds.Barrier)
                property PassphraseStrength strength: PassphraseStrength { passphrase: "password" }
                property bool weak: !strength.acceptable
            })",
                          {});
        const std::unique_ptr<QObject> object(component.create());
        QVERIFY2(object != nullptr, qPrintable(component.errorString()));
        QVERIFY(object->property("starting").toBool());
        QCOMPARE(object->property("minutes").toInt(), 5);
        QVERIFY(object->property("system").toBool());
        QVERIFY(object->property("weak").toBool());
        QVERIFY(!object->property("kind").toString().isEmpty());
        QVERIFY(!object->property("writing").toBool());
    }

    void an_engine_does_not_own_the_app() {
        for (int i = 0; i < 2; ++i) {
            QQmlEngine engine;
            engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
            QQmlComponent component(&engine);
            component.setData(
                "import QtQuick\nimport Pennydrop.App\nQtObject { property string path: App.session.journalPath }", {});
            const std::unique_ptr<QObject> object(component.create());
            QVERIFY2(object != nullptr, qPrintable(component.errorString()));
            QVERIFY(!object->property("path").toString().isEmpty());
        }
        QVERIFY(root_->session() != nullptr);
    }

    void the_timeline_fills_when_the_journal_opens_and_empties_when_the_screen_goes_dark() {
        open();
        QTRY_VERIFY(root_->timeline()->ready());
        QCOMPARE(root_->timeline()->total(), 400);
        QVERIFY(root_->timeline()->rowCount({}) > 0);
        device_->happen(platform::ScreenEvent::kScreenOff);
        QCOMPARE(root_->session()->state(), Session::State::Locked);
        QCOMPARE(root_->timeline()->rowCount({}), 0);
        QVERIFY(!root_->timeline()->ready());
    }

    void the_machine_sleeps_after_the_keys_are_wiped() {
        open();
        device_->happen(platform::ScreenEvent::kAboutToSleep);
        QCOMPARE(root_->session()->state(), Session::State::Locked);
        QCOMPARE(device_->times_ready_for_sleep(), 0);
        QTRY_COMPARE(device_->times_ready_for_sleep(), 1);
    }

    void what_is_being_written_is_sealed_before_the_machine_sleeps() {
        open();
        root_->editor()->begin(2);
        QTRY_VERIFY(root_->editor()->active());  // it looks for an older draft first
        root_->editor()->setText(QStringLiteral("half a thought"));
        device_->happen(platform::ScreenEvent::kAboutToSleep);
        QVERIFY(root_->editor()->text().isEmpty());
        QTRY_COMPARE(device_->times_ready_for_sleep(), 1);
        root_->session()->unlock(root_->session()->samplePassphrase());
        QTRY_COMPARE_WITH_TIMEOUT(root_->session()->state(), Session::State::Open, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(root_->editor()->text(), QStringLiteral("half a thought"), 20'000);
        QVERIFY(root_->editor()->restored());
    }

    void a_machine_that_sleeps_stops_what_needs_the_keys() {
        open();
        const QString file = root_->session()->journalPath();
        QFile before(file);
        QVERIFY(before.open(QIODevice::ReadOnly));
        const QByteArray header = before.read(4096);
        root_->keys()->sealAnew(root_->session()->samplePassphrase());
        QTRY_COMPARE(root_->session()->state(), Session::State::Sealing);
        device_->happen(platform::ScreenEvent::kAboutToSleep);
        QCOMPARE(device_->times_ready_for_sleep(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(device_->times_ready_for_sleep(), 1, 20'000);
        QTRY_COMPARE(root_->session()->state(), Session::State::Locked);
        QVERIFY2(!root_->keys()->task()->running(), "cancelled, and not asleep before that");
        QFile after(file);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.read(4096), header);
    }

    void a_machine_with_nothing_to_wipe_sleeps_at_once() {
        QTRY_VERIFY(device_->is_watched());
        device_->happen(platform::ScreenEvent::kAboutToSleep);
        QTRY_COMPARE(device_->times_ready_for_sleep(), 1);
    }

    void the_device_is_let_go_at_the_end() {
        QTRY_VERIFY(device_->is_watched());
        root_.reset();
        QVERIFY(!device_->is_watched());
    }

private:
    void open() {
        QTRY_VERIFY(device_->is_watched());
        root_->session()->start();
        QTRY_COMPARE_WITH_TIMEOUT(root_->session()->state(), Session::State::Open, 20'000);
    }

    SystemClock clock_;
    SystemTimeSource time_;
    SettingsFile file_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<platform::FakeDevice> device_;
    platform::FakeKeyStore key_store_;
    std::unique_ptr<AppRoot> root_;
};

QTEST_MAIN(TestAppRoot)
#include "tst_app_root.moc"
