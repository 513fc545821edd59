// SPDX-License-Identifier: Apache-2.0
// What is left to do when the journal was locked and its screens are gone: the QML engine still holds words that no
// screen shows any more, until it next tidies up. This makes it tidy up at once.
// Threads: GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

class QQmlEngine;

namespace pennydrop::app {

class Session;

class AfterLock final : public QObject {
    Q_OBJECT

public:
    /// Borrows both.
    AfterLock(QQmlEngine& engine, const Session& session, QObject* parent = nullptr);

private:
    void on_state_changed();
    void tidy();

    QQmlEngine* engine_;
    const Session* session_;
    QTimer timer_;
    int rounds_left_{0};
};

}  // namespace pennydrop::app
