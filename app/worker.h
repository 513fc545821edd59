// SPDX-License-Identifier: Apache-2.0
// A thread for work; the one of JournalService owns the vault. A task runs there, its continuation here.
// Threads: created, used and destroyed by the GUI thread; tasks run one after the other on the worker's own thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>

#include <chrono>
#include <functional>
#include <utility>

namespace pennydrop::app {

class Worker final {
public:
    /// `patience`: how long the destructor waits.
    explicit Worker(const QString& name = QStringLiteral("vault"),
                    std::chrono::milliseconds patience = std::chrono::milliseconds::max());
    /// Waits for the task in hand, then stops; tasks not yet begun are dropped. One that does not end in time, because
    /// a drive does not answer, is left behind with its thread.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Runs `task` on the worker's thread, then `then(result)` on the GUI thread, unless `context` has died meanwhile.
    /// `task` must hold no reference to objects of the GUI thread. Move-only results are fine.
    template <typename Task, typename Then>
    void run(QObject* context, Task task, Then then) {
        post([guard = QPointer<QObject>(context), receiver = gui_, task = std::move(task),
              then = std::move(then)]() mutable {
            auto result = task();
            QMetaObject::invokeMethod(
                receiver,
                [guard = std::move(guard), then = std::move(then), result = std::move(result)]() mutable {
                    if (!guard.isNull()) {
                        then(std::move(result));
                    }
                },
                Qt::QueuedConnection);
        });
    }

    /// Runs `task` on the worker's thread after every task posted before it, and waits. Only for leaving the program.
    template <typename Task>
    void run_and_wait(Task task) {
        QMetaObject::invokeMethod(home_, std::move(task), Qt::BlockingQueuedConnection);
    }

private:
    template <typename Job>
    void post(Job job) {
        QMetaObject::invokeMethod(home_, std::move(job), Qt::QueuedConnection);
    }

    QThread* thread_;
    std::chrono::milliseconds patience_;
    QObject* home_;  ///< Lives on the worker's thread; deleted when it finishes.
    QObject* gui_;   ///< Lives on the GUI thread; continuations are queued to it.
};

}  // namespace pennydrop::app
