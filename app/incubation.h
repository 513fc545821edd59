// SPDX-License-Identifier: Apache-2.0
// Puts screens and rows that QML may make later together between frames, a few milliseconds at a time. Qt's own
// controller works for a third of a frame and then lets its last step run over; where that meets the layout of a page
// that has just become complete, a frame is lost.
// Threads: GUI thread.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QQmlIncubationController>

namespace pennydrop::app {

/// For QQmlEngine::setIncubationController, before there is a window, which would bring Qt's own. Must outlive the
/// engine.
class Incubation final : public QObject, public QQmlIncubationController {
    Q_OBJECT

public:
    /// How long it works at once, in milliseconds; a step that has begun is finished.
    static constexpr int kWorkMs = 2;
    /// How long it lets go of the thread after that, in milliseconds.
    static constexpr int kRestMs = 6;

    using QObject::QObject;

protected:
    void incubatingObjectCountChanged(int count) override;
    void timerEvent(QTimerEvent* event) override;

private:
    QBasicTimer timer_;
};

}  // namespace pennydrop::app
