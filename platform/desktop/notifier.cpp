// SPDX-License-Identifier: Apache-2.0
#include "platform/desktop/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace pennydrop::platform {
namespace {

constexpr uchar kLowUrgency = 0;
constexpr int kAsTheDesktopLikes = -1;

}  // namespace

bool Notifier::is_possible() {
    return QDBusConnection::sessionBus().isConnected();
}

void Notifier::show(const Notification& notification) {
    auto session = QDBusConnection::sessionBus();
    if (!session.isConnected()) {
        return;
    }
    const QString name = QStringLiteral("org.freedesktop.Notifications");
    auto call = QDBusMessage::createMethodCall(name, QStringLiteral("/org/freedesktop/Notifications"), name,
                                               QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(kLowUrgency)},
                            {QStringLiteral("desktop-entry"), QStringLiteral("pennydrop")}};
    // The text may be read as markup by a desktop.
    call << QStringLiteral("Pennydrop") << shown_ << QStringLiteral("pennydrop")
         << QString::fromStdString(notification.title) << QString::fromStdString(notification.text).toHtmlEscaped()
         << QStringList() << hints << kAsTheDesktopLikes;
    auto* const watcher = new QDBusPendingCallWatcher(session.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<quint32> reply = *watcher;
        if (!reply.isError()) {
            shown_ = reply.value();
        }
        watcher->deleteLater();
    });
}

}  // namespace pennydrop::platform
