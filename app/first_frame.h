// SPDX-License-Identifier: Apache-2.0
// `--screenshot FILE`: saves the first complete window and ends the program.
// Threads: GUI thread.
#pragma once

#include <QObject>
#include <QQuickWindow>
#include <QString>
#include <QTimer>

#include "app_root.h"

namespace pennydrop::app {

class FirstFrame final : public QObject {
    Q_OBJECT

public:
    static constexpr int kExitFailed = 1;

    /// Waits until the first screen is there with what belongs on it and nothing moves any more, saves it to `file`,
    /// then ends the event loop with 0; with kExitFailed and a message on stderr after a minute or when the file cannot
    /// be written. Borrows the first two.
    FirstFrame(QQuickWindow& window, AppRoot& root, QString file, QObject* parent = nullptr);

private:
    void on_frame();
    void on_rest();
    [[nodiscard]] bool is_complete() const;
    void give_up(const QString& why);

    QQuickWindow* window_;
    AppRoot* root_;
    QString file_;
    QTimer rest_;
    QTimer limit_;
};

}  // namespace pennydrop::app
