// SPDX-License-Identifier: Apache-2.0
#include "platform/desktop/appearance_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QTimer>

#include <array>
#include <utility>

namespace pennydrop::platform {

namespace {

constexpr auto kPortal = "org.freedesktop.portal.Desktop";
constexpr auto kPath = "/org/freedesktop/portal/desktop";
constexpr auto kSettings = "org.freedesktop.portal.Settings";

const QString kAppearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString kColourScheme = QStringLiteral("color-scheme");
const QString kReducedMotion = QStringLiteral("reduced-motion");
const QString kGnomeGroup = QStringLiteral("org.gnome.desktop.interface");
const QString kGnomeAnimations = QStringLiteral("enable-animations");

// Values of color-scheme and reduced-motion; others mean "no preference".
constexpr uint kPreferDark = 1;
constexpr uint kPreferLight = 2;
constexpr uint kPreferReducedMotion = 1;

/// Portals wrap a value in one variant, or (Read) in two.
QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

}  // namespace

AppearanceWatch::AppearanceWatch(Device::AppearanceListener listener) : listener_(std::move(listener)) {
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QTimer::singleShot(0, this, [this] { listener_(appearance()); });
        return;
    }
    bus.connect(QString(), QString::fromLatin1(kPath), QString::fromLatin1(kSettings), QStringLiteral("SettingChanged"),
                this, SLOT(on_setting_changed(QString, QString, QDBusVariant)));
    read(kAppearanceGroup, kColourScheme);
    read(kAppearanceGroup, kReducedMotion);
    read(kGnomeGroup, kGnomeAnimations);
}

void AppearanceWatch::read(const QString& group, const QString& key) {
    auto call = QDBusMessage::createMethodCall(QString::fromLatin1(kPortal), QString::fromLatin1(kPath),
                                               QString::fromLatin1(kSettings), QStringLiteral("Read"));
    call << group << key;
    ++unanswered_;
    auto* const watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) {
            take(group, key, unwrapped(reply.value().variant()));
        }
        watcher->deleteLater();
        answered();
    });
}

void AppearanceWatch::answered() {
    --unanswered_;
    if (unanswered_ == 0) {
        listener_(appearance());
    }
}

Appearance AppearanceWatch::appearance() const {
    std::optional<bool> reduced;
    if (less_motion_.has_value() || no_animations_.has_value()) {
        reduced = less_motion_.value_or(false) || no_animations_.value_or(false);
    }
    return {dark_, reduced};
}

void AppearanceWatch::take(const QString& group, const QString& key, const QVariant& value) {
    if (group == kAppearanceGroup && key == kColourScheme) {
        const uint scheme = value.toUInt();
        dark_ = scheme == kPreferDark    ? std::optional{true}
                : scheme == kPreferLight ? std::optional{false}
                                         : std::nullopt;
    } else if (group == kAppearanceGroup && key == kReducedMotion) {
        less_motion_ = value.toUInt() == kPreferReducedMotion;
    } else if (group == kGnomeGroup && key == kGnomeAnimations && value.typeId() == QMetaType::Bool) {
        no_animations_ = !value.toBool();
    }
}

void AppearanceWatch::on_setting_changed(const QString& group, const QString& key, const QDBusVariant& value) {
    const Appearance before = appearance();
    take(group, key, unwrapped(value.variant()));
    if (unanswered_ == 0 && appearance() != before) {
        listener_(appearance());
    }
}

}  // namespace pennydrop::platform
