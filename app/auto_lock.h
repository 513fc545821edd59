// SPDX-License-Identifier: Apache-2.0
// Says when nobody has touched the app for a while. Fed by every key, pointer, touch and wheel event of the
// application. A sleeping machine counts as nobody there: the wall clock is asked too, and the answer is worked out
// before the event that woke us up counts as activity.
// Threads: GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

#include "elapsed.h"

namespace pennydrop::app {

class AutoLock final : public QObject {
    Q_OBJECT

public:
    /// Listens to the application's events from now on; silent until start(). Borrows `time`.
    explicit AutoLock(const TimeSource& time, QObject* parent = nullptr);

    void set_limit(std::chrono::milliseconds limit);
    void start();
    void stop();
    /// Somebody is there. When the limit has passed already, this says so instead.
    void note_activity();

signals:
    /// Once; start() again afterwards.
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// True when the limit had passed; then expired() was emitted.
    bool check();
    void begin_anew();
    [[nodiscard]] std::chrono::milliseconds idle() const;

    const TimeSource* time_;
    QTimer timer_;
    std::chrono::milliseconds limit_;
    std::chrono::milliseconds last_steady_{0};
    std::chrono::milliseconds last_wall_{0};
    bool running_{false};
};

}  // namespace pennydrop::app
