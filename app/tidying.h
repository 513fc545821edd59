// SPDX-License-Identifier: Apache-2.0
// What is left to do when a screen with a person's words or a typed passphrase is gone: the QML engine and the library
// of the desktop's buses still hold words that nothing shows any more, until they next need the room. This makes them
// let go: at once when the journal was locked, a moment later when it was opened, so that the first page does not wait.
// Threads: GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

class QQmlEngine;

namespace pennydrop::app {

class Session;

class Tidying final : public QObject {
    Q_OBJECT

public:
    /// Borrows both.
    Tidying(QQmlEngine& engine, const Session& session, QObject* parent = nullptr);

private:
    void on_state_changed();
    void tidy();

    QQmlEngine* engine_;
    const Session* session_;
    QTimer timer_;
    int rounds_left_{0};
};

}  // namespace pennydrop::app
