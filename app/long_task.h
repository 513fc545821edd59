// SPDX-License-Identifier: Apache-2.0
// Work on the worker's thread that takes long enough to be watched and stopped.
// Threads: GUI thread; what begin() returns is called on the worker's.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <cstdint>
#include <memory>

#include "base/progress.h"

namespace pennydrop::app {

class LongTask final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to what does the work")
    Q_PROPERTY(bool running READ running NOTIFY runningChanged FINAL)
    /// From 0 to 1.
    Q_PROPERTY(qreal progress READ progress NOTIFY progressChanged FINAL)
    /// The person has asked for it to stop, and it has not yet.
    Q_PROPERTY(bool stopping READ stopping NOTIFY progressChanged FINAL)

public:
    explicit LongTask(QObject* parent);
    ~LongTask() override;

    [[nodiscard]] bool running() const noexcept { return shared_ != nullptr; }
    [[nodiscard]] qreal progress() const noexcept { return progress_; }
    [[nodiscard]] bool stopping() const noexcept { return shared_ != nullptr && shared_->cancelled; }

    /// What the work is to report to. Not while another is running.
    [[nodiscard]] OnProgress begin();
    void end();
    Q_INVOKABLE void cancel();

signals:
    void runningChanged();
    void progressChanged();

private:
    struct Shared {
        std::atomic<std::uint64_t> done{0};
        std::atomic<std::uint64_t> total{1};
        std::atomic<bool> cancelled{false};
    };

    void look();

    std::shared_ptr<Shared> shared_;
    QTimer timer_;
    qreal progress_{0};
};

}  // namespace pennydrop::app
