// SPDX-License-Identifier: Apache-2.0
// Asks the desktop portal whether the person prefers dark colours and less motion, and hears when that changes. Quiet
// where there is no portal.
// Threads: GUI thread.
// Source: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

#include <optional>

#include "platform/device.h"

namespace pennydrop::platform {

class AppearanceWatch final : public QObject {
    Q_OBJECT

public:
    explicit AppearanceWatch(Device::AppearanceListener listener);

private slots:
    void on_setting_changed(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void read(const QString& group, const QString& key);
    void take(const QString& group, const QString& key, const QVariant& value);
    void answered();
    [[nodiscard]] Appearance appearance() const;

    Device::AppearanceListener listener_;
    std::optional<bool> dark_;
    std::optional<bool> less_motion_;    ///< As the freedesktop group says.
    std::optional<bool> no_animations_;  ///< As GNOME's own group says.
    int unanswered_{0};
};

}  // namespace pennydrop::platform
