// SPDX-License-Identifier: Apache-2.0
// Notifications of the desktop device against a bus of the test's own, on which a small object plays the desktop.
#include <QDBusConnection>
#include <QTest>
#include <QVariantMap>

#include "platform/device.h"
#include "private_bus.h"

using namespace pennydrop;

class FakeDesktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QList<uint> replaced;
    QStringList titles;
    QStringList texts;
    QVariantMap hints;

public slots:
    uint Notify(const QString& /*program*/, uint replaces, const QString& /*icon*/, const QString& title,
                const QString& text, const QStringList& actions, const QVariantMap& given, int /*expires*/) {
        replaced += replaces;
        titles += title;
        texts += text;
        hints = given;
        return actions.isEmpty() ? 7 : 0;
    }
};

class NotifierTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(bus_.start()); }

    void shows_one_in_place_of_the_other() {
        FakeDesktop desktop;
        auto connection = QDBusConnection::connectToBus(bus_.address(), QStringLiteral("desktop"));
        QVERIFY(connection.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &desktop,
                                          QDBusConnection::ExportAllSlots));
        QVERIFY(connection.registerService(QStringLiteral("org.freedesktop.Notifications")));
        const auto device = platform::make_device();
        QVERIFY(device->can_notify());
        device->notify({.title = "Pennydrop", .text = "One & two"});
        QTRY_COMPARE(desktop.titles, QStringList{QStringLiteral("Pennydrop")});
        QCOMPARE(desktop.texts, QStringList{QStringLiteral("One &amp; two")});
        QCOMPARE(desktop.hints.value(QStringLiteral("urgency")).toInt(), 0);
        QTest::qWait(100);  // the answer's way back
        device->notify({.title = "Pennydrop", .text = "Again"});
        QTRY_COMPARE(desktop.replaced, QList<uint>({0, 7}));
    }

private:
    app::PrivateBus bus_;
};

QTEST_GUILESS_MAIN(NotifierTest)
#include "tst_notifier.moc"
