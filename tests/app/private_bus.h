// SPDX-License-Identifier: Apache-2.0
// A D-Bus daemon of a test's own, which stands in for both the system and the session bus.
// Threads: GUI thread.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace pennydrop::app {

class PrivateBus final {
public:
    /// Starts the daemon and points this process at it. Make one before anything asks for a bus.
    [[nodiscard]] bool start() {
        daemon_.start(QStringLiteral("dbus-daemon"),
                      {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1"),
                       QStringLiteral("--address=unix:dir=") + folder_.path()});
        if (!daemon_.waitForStarted() || !daemon_.waitForReadyRead()) {
            return false;
        }
        address_ = daemon_.readLine().trimmed();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address_);
        qputenv("DBUS_SESSION_BUS_ADDRESS", address_);
        return !address_.isEmpty();
    }

    ~PrivateBus() {
        daemon_.terminate();
        daemon_.waitForFinished();
    }

    [[nodiscard]] QString address() const { return QString::fromUtf8(address_); }

private:
    QTemporaryDir folder_;
    QProcess daemon_;
    QByteArray address_;
};

}  // namespace pennydrop::app
