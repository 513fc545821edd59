// SPDX-License-Identifier: Apache-2.0
#include "platform/desktop/screen_watch.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <array>
#include <utility>

namespace pennydrop::platform {

namespace {

constexpr auto kLogin = "org.freedesktop.login1";
constexpr auto kManagerPath = "/org/freedesktop/login1";
constexpr auto kManager = "org.freedesktop.login1.Manager";
constexpr auto kSession = "org.freedesktop.login1.Session";
constexpr auto kProperties = "org.freedesktop.DBus.Properties";

/// Every desktop has its own name for the same signal, ActiveChanged(bool).
constexpr std::array kScreenSavers = {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
                                      "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver", "org.xfce.ScreenSaver"};

QString text(const char* constant) {
    return QString::fromLatin1(constant);
}

QDBusMessage manager_call(const char* method) {
    return QDBusMessage::createMethodCall(text(kLogin), text(kManagerPath), text(kManager), text(method));
}

}  // namespace

ScreenWatch::ScreenWatch(Device::ScreenListener listener)
    : listener_(std::move(listener)), system_(QDBusConnection::systemBus()) {
    listen_to_session_bus();
    listen_to_system_bus();
}

void ScreenWatch::listen_to_session_bus() {
    auto session = QDBusConnection::sessionBus();
    if (!session.isConnected()) {
        return;
    }
    for (const char* const name : kScreenSavers) {
        session.connect(QString(), QString(), text(name), QStringLiteral("ActiveChanged"), this,
                        SLOT(on_screen_saver(bool)));
    }
}

void ScreenWatch::listen_to_system_bus() {
    if (!system_.isConnected()) {
        return;
    }
    system_.connect(text(kLogin), text(kManagerPath), text(kManager), QStringLiteral("PrepareForSleep"), this,
                    SLOT(on_prepare_for_sleep(bool)));
    find_session();
    take_inhibitor();
}

void ScreenWatch::find_session() {
    // "auto" is the session of the caller, or the one on the display when a user service started us.
    auto call = manager_call("GetSession");
    call << QStringLiteral("auto");
    auto* const watcher = new QDBusPendingCallWatcher(system_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!reply.isError()) {
            listen_to_session(reply.value().path());
        }
        watcher->deleteLater();
    });
}

void ScreenWatch::listen_to_session(const QString& path) {
    system_.connect(text(kLogin), path, text(kSession), QStringLiteral("Lock"), this, SLOT(on_lock()));
    system_.connect(text(kLogin), path, text(kProperties), QStringLiteral("PropertiesChanged"), this,
                    SLOT(on_properties_changed(QString, QVariantMap, QStringList)));
}

void ScreenWatch::take_inhibitor() {
    auto call = manager_call("Inhibit");
    call << QStringLiteral("sleep") << QStringLiteral("Pennydrop") << tr("Locks the journal before the machine sleeps")
         << QStringLiteral("delay");
    auto* const watcher = new QDBusPendingCallWatcher(system_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        // Sleep announced while the answer was under way: then this inhibitor would only delay it.
        if (!reply.isError() && !sleep_announced_) {
            inhibitor_ = reply.value();
        }
        watcher->deleteLater();
    });
}

void ScreenWatch::ready_for_sleep() {
    if (sleep_announced_) {
        inhibitor_ = QDBusUnixFileDescriptor();
    }
}

void ScreenWatch::on_lock() {
    listener_(ScreenEvent::kSessionLocked);
}

void ScreenWatch::on_properties_changed(const QString& interface, const QVariantMap& changed,
                                        const QStringList& /*invalidated*/) {
    if (interface == text(kSession) && changed.value(QStringLiteral("LockedHint")).toBool()) {
        listener_(ScreenEvent::kSessionLocked);
    }
}

void ScreenWatch::on_prepare_for_sleep(bool about_to_sleep) {
    sleep_announced_ = about_to_sleep;
    if (about_to_sleep) {
        listener_(ScreenEvent::kAboutToSleep);
    } else {
        take_inhibitor();
    }
}

void ScreenWatch::on_screen_saver(bool active) {
    if (active) {
        listener_(ScreenEvent::kScreenOff);
    }
}

}  // namespace pennydrop::platform
