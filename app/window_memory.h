// SPDX-License-Identifier: Apache-2.0
// Remembers how large the person made the window.
// Threads: GUI thread.
#pragma once

#include <QObject>
#include <QSize>
#include <QTimer>
#include <QWindow>

#include "app_settings.h"

namespace pennydrop::app {

class WindowMemory final : public QObject {
    Q_OBJECT

public:
    /// Gives `window` the size of last time, as far as its screen allows, and remembers changes from now on. Borrows
    /// both.
    WindowMemory(QWindow& window, AppSettings& settings, QObject* parent = nullptr);
    ~WindowMemory() override;

private:
    void note();
    void remember();

    QWindow* window_;
    AppSettings* settings_;
    QSize chosen_;
    QTimer pause_;
};

}  // namespace pennydrop::app
