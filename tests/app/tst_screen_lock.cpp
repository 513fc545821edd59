// SPDX-License-Identifier: Apache-2.0
// The desktop device against a bus of the test's own, on which small objects play logind, the screen saver and the
// portal.
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <memory>
#include <vector>

#include "platform/device.h"
#include "private_bus.h"

using namespace pennydrop;
using platform::Appearance;
using platform::ScreenEvent;

namespace {

const QString kManagerPath = QStringLiteral("/org/freedesktop/login1");
const QString kManager = QStringLiteral("org.freedesktop.login1.Manager");
const QString kSessionPath = QStringLiteral("/org/freedesktop/login1/session/_31");
const QString kSession = QStringLiteral("org.freedesktop.login1.Session");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");

/// Both ends of a pipe; the reading end says when every copy of the writing end is closed.
class Pipe {
public:
    Pipe() {
        if (::pipe2(ends_, O_CLOEXEC | O_NONBLOCK) != 0) {
            qFatal("no pipe");
        }
    }
    ~Pipe() {
        close_writer();
        ::close(ends_[0]);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    [[nodiscard]] int writer() const { return ends_[1]; }
    void close_writer() {
        if (ends_[1] >= 0) {
            ::close(ends_[1]);
            ends_[1] = -1;
        }
    }
    [[nodiscard]] bool is_released() const {
        char byte = 0;
        return ::read(ends_[0], &byte, 1) == 0;
    }

private:
    int ends_[2] = {-1, -1};
};

}  // namespace

class FakeLogin : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    std::vector<std::unique_ptr<Pipe>> inhibitors;
    QStringList asked;

public slots:
    QDBusObjectPath GetSession(const QString& id) {
        asked += id;
        return QDBusObjectPath(kSessionPath);
    }
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& /*who*/, const QString& /*why*/,
                                    const QString& mode) {
        asked += what + u' ' + mode;
        inhibitors.push_back(std::make_unique<Pipe>());
        return QDBusUnixFileDescriptor(inhibitors.back()->writer());
    }
};

class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme{0};
    bool animations{true};

public slots:
    QDBusVariant Read(const QString& group, const QString& key, const QDBusMessage& message) {
        if (group == kAppearance && key == QStringLiteral("color-scheme")) {
            return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
        }
        if (key == QStringLiteral("enable-animations")) {
            return QDBusVariant(QVariant::fromValue(QDBusVariant(animations)));
        }
        message.setDelayedReply(true);
        QDBusConnection(QStringLiteral("world"))
            .send(message.createErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"),
                                           QStringLiteral("unknown")));
        return {};
    }
};

class TestScreenLock : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!bus_.start()) {
            QSKIP("dbus-daemon is not installed");
        }
        auto world = QDBusConnection::connectToBus(bus_.address(), QStringLiteral("world"));
        QVERIFY(world.isConnected());
        QVERIFY(world.registerService(QStringLiteral("org.freedesktop.login1")));
        QVERIFY(world.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        QVERIFY(world.registerObject(kManagerPath, &login_, QDBusConnection::ExportAllSlots));
        QVERIFY(world.registerObject(kPortalPath, &portal_, QDBusConnection::ExportAllSlots));
    }

    void init() {
        device_ = platform::make_device();
        events_.clear();
        seen_.clear();
    }

    void cleanup() {
        device_.reset();
        login_.inhibitors.clear();
        login_.asked.clear();
    }

    void hears_the_session_lock() {
        watch();
        emit_signal(kSessionPath, kSession, QStringLiteral("Lock"), {});
        QTRY_COMPARE(events_, (std::vector{ScreenEvent::kSessionLocked}));
        emit_signal(kSessionPath, kSession, QStringLiteral("Unlock"), {});
        emit_signal(QStringLiteral("/org/freedesktop/login1/session/other"), kSession, QStringLiteral("Lock"), {});
        QTest::qWait(100);
        QCOMPARE(events_.size(), 1U);
    }

    void hears_the_locked_hint() {
        watch();
        hint(kSession, true);
        QTRY_COMPARE(events_, (std::vector{ScreenEvent::kSessionLocked}));
        hint(kSession, false);
        hint(QStringLiteral("org.example.Other"), true);
        QTest::qWait(100);
        QCOMPARE(events_.size(), 1U);
    }

    void sleep_waits_until_the_keys_are_wiped() {
        watch();
        QVERIFY(login_.asked.contains(QStringLiteral("sleep delay")));
        Pipe& inhibitor = *login_.inhibitors.front();
        inhibitor.close_writer();
        device_->ready_for_sleep();  // nobody is about to sleep
        QTest::qWait(50);
        QVERIFY(!inhibitor.is_released());

        emit_signal(kManagerPath, kManager, QStringLiteral("PrepareForSleep"), {true});
        QTRY_COMPARE(events_, (std::vector{ScreenEvent::kAboutToSleep}));
        QVERIFY(!inhibitor.is_released());
        device_->ready_for_sleep();
        QTRY_VERIFY(inhibitor.is_released());

        emit_signal(kManagerPath, kManager, QStringLiteral("PrepareForSleep"), {false});
        QTRY_COMPARE(login_.inhibitors.size(), 2U);
        QCOMPARE(events_.size(), 1U);
    }

    void hears_each_screen_saver_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::newRow("freedesktop") << "/org/freedesktop/ScreenSaver" << "org.freedesktop.ScreenSaver";
        QTest::newRow("kde") << "/ScreenSaver" << "org.freedesktop.ScreenSaver";
        QTest::newRow("gnome") << "/org/gnome/ScreenSaver" << "org.gnome.ScreenSaver";
    }

    void hears_each_screen_saver() {
        QFETCH(QString, path);
        QFETCH(QString, name);
        watch();
        emit_signal(path, name, QStringLiteral("ActiveChanged"), {true});
        QTRY_COMPARE(events_, (std::vector{ScreenEvent::kScreenOff}));
        emit_signal(path, name, QStringLiteral("ActiveChanged"), {false});
        QTest::qWait(100);
        QCOMPARE(events_.size(), 1U);
    }

    void only_logind_itself_is_believed() {
        watch();
        auto stranger = QDBusConnection::connectToBus(bus_.address(), QStringLiteral("stranger"));
        auto lock = QDBusMessage::createSignal(kSessionPath, kSession, QStringLiteral("Lock"));
        QVERIFY(stranger.send(lock));
        QTest::qWait(100);
        QVERIFY(events_.empty());
        QDBusConnection::disconnectFromBus(QStringLiteral("stranger"));
    }

    void stops_when_told() {
        watch();
        device_->watch_screen({});
        emit_signal(kSessionPath, kSession, QStringLiteral("Lock"), {});
        QTest::qWait(100);
        QVERIFY(events_.empty());
    }

    void reads_the_appearance_and_follows_it() {
        portal_.scheme = 1;
        portal_.animations = false;
        device_->watch_appearance([this](const Appearance& appearance) { seen_.push_back(appearance); });
        QTRY_COMPARE(seen_.size(), 1U);
        QVERIFY(seen_.back() == (Appearance{true, true}));
        emit_signal(kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"),
                    {kAppearance, QStringLiteral("color-scheme"), QVariant::fromValue(QDBusVariant(2U))});
        QTRY_COMPARE(seen_.size(), 2U);
        QVERIFY(seen_.back() == (Appearance{false, true}));
        emit_signal(
            kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"),
            {QStringLiteral("org.example"), QStringLiteral("color-scheme"), QVariant::fromValue(QDBusVariant(1U))});
        QTest::qWait(100);
        QCOMPARE(seen_.size(), 2U);
        emit_signal(kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"),
                    {kAppearance, QStringLiteral("color-scheme"), QVariant::fromValue(QDBusVariant(0U))});
        QTRY_COMPARE(seen_.size(), 3U);
        QVERIFY(!seen_.back().dark.has_value());
    }

    void says_that_it_does_not_know_without_a_portal() {
        auto world = QDBusConnection(QStringLiteral("world"));
        QVERIFY(world.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop")));
        device_->watch_appearance([this](const Appearance& appearance) { seen_.push_back(appearance); });
        QTRY_COMPARE(seen_.size(), 1U);
        QVERIFY(seen_.back() == Appearance{});
        QVERIFY(world.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }

private:
    /// Returns when the device listens.
    void watch() {
        device_->watch_screen([this](ScreenEvent event) { events_.push_back(event); });
        QTRY_COMPARE(login_.inhibitors.size(), 1U);
        QTRY_VERIFY(login_.asked.contains(QStringLiteral("auto")));
        QTest::qWait(50);  // the answer has to travel back
    }

    void emit_signal(const QString& path, const QString& interface, const QString& name,
                     const QVariantList& arguments) {
        auto message = QDBusMessage::createSignal(path, interface, name);
        message.setArguments(arguments);
        QVERIFY(QDBusConnection(QStringLiteral("world")).send(message));
    }

    void hint(const QString& interface, bool locked) {
        emit_signal(kSessionPath, QStringLiteral("org.freedesktop.DBus.Properties"),
                    QStringLiteral("PropertiesChanged"),
                    {interface, QVariantMap{{QStringLiteral("LockedHint"), locked}}, QStringList{}});
    }

    app::PrivateBus bus_;
    FakeLogin login_;
    FakePortal portal_;
    std::unique_ptr<platform::Device> device_;
    std::vector<ScreenEvent> events_;
    std::vector<Appearance> seen_;
};

QTEST_GUILESS_MAIN(TestScreenLock)
#include "tst_screen_lock.moc"
