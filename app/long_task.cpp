// SPDX-License-Identifier: Apache-2.0
#include "long_task.h"

#include <algorithm>
#include <chrono>

namespace pennydrop::app {

LongTask::LongTask(QObject* parent) : QObject(parent) {
    timer_.setInterval(std::chrono::milliseconds{100});
    connect(&timer_, &QTimer::timeout, this, &LongTask::look);
}

LongTask::~LongTask() {
    cancel();
}

OnProgress LongTask::begin() {
    Q_ASSERT(!running());
    shared_ = std::make_shared<Shared>();
    progress_ = 0;
    timer_.start();
    emit runningChanged();
    emit progressChanged();
    return [shared = shared_](std::uint64_t done, std::uint64_t total) {
        shared->done = done;
        shared->total = total;
        return !shared->cancelled;
    };
}

void LongTask::end() {
    if (running()) {
        timer_.stop();
        shared_.reset();
        emit runningChanged();
    }
}

void LongTask::cancel() {
    if (running() && !shared_->cancelled) {
        shared_->cancelled = true;
        emit progressChanged();
    }
}

void LongTask::look() {
    const auto total = static_cast<qreal>(std::max<std::uint64_t>(shared_->total, 1));
    const qreal progress = std::clamp(static_cast<qreal>(shared_->done) / total, 0.0, 1.0);
    if (!qFuzzyCompare(1 + progress, 1 + progress_)) {
        progress_ = progress;
        emit progressChanged();
    }
}

}  // namespace pennydrop::app
