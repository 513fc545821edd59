// SPDX-License-Identifier: Apache-2.0
// Shows a notification of the desktop over D-Bus, each in place of the one before. Nothing happens without a session
// bus, or where nobody shows such things.
// Threads: GUI thread.
// Source: https://specifications.freedesktop.org/notification-spec/ (org.freedesktop.Notifications, Notify).
#pragma once

#include <QObject>

#include "platform/device.h"

namespace pennydrop::platform {

class Notifier final : public QObject {
    Q_OBJECT

public:
    Notifier() = default;

    [[nodiscard]] static bool is_possible();
    void show(const Notification& notification);

private:
    quint32 shown_{0};  ///< The number of the last one; 0 for none.
};

}  // namespace pennydrop::platform
