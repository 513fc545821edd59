// SPDX-License-Identifier: Apache-2.0
// Hears over D-Bus that the session was locked, that the machine is about to sleep, or that the screen saver came on.
// Quiet where there is no bus or nobody answers. While it listens it holds a "delay" inhibitor, so that sleep waits
// until the keys are wiped (at most logind's InhibitDelayMaxSec, five seconds by default).
// Threads: GUI thread.
// Source: org.freedesktop.login1(5); https://specifications.freedesktop.org/idle-inhibit-spec/ (ScreenSaver).
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include "platform/device.h"

namespace pennydrop::platform {

class ScreenWatch final : public QObject {
    Q_OBJECT

public:
    explicit ScreenWatch(Device::ScreenListener listener);

    /// Lets go of the inhibitor until the machine has woken up again.
    void ready_for_sleep();

private slots:
    void on_lock();
    void on_properties_changed(const QString& interface, const QVariantMap& changed, const QStringList& invalidated);
    void on_prepare_for_sleep(bool about_to_sleep);
    void on_screen_saver(bool active);

private:
    void listen_to_session_bus();
    void listen_to_system_bus();
    void find_session();
    void listen_to_session(const QString& path);
    void take_inhibitor();

    Device::ScreenListener listener_;
    QDBusConnection system_;
    QDBusUnixFileDescriptor inhibitor_;
    bool sleep_announced_{false};
};

}  // namespace pennydrop::platform
