// SPDX-License-Identifier: Apache-2.0
#include "worker.h"

#include <QDeadlineTimer>

namespace pennydrop::app {

Worker::Worker(const QString& name, std::chrono::milliseconds patience)
    : thread_(new QThread), patience_(patience), home_(new QObject), gui_(new QObject) {
    thread_->setObjectName(name);
    home_->moveToThread(thread_);
    QObject::connect(thread_, &QThread::finished, home_, &QObject::deleteLater);
    thread_->start();
}

Worker::~Worker() {
    thread_->quit();
    const bool for_ever = patience_ == std::chrono::milliseconds::max();
    if (thread_->wait(for_ever ? QDeadlineTimer(QDeadlineTimer::Forever) : QDeadlineTimer(patience_))) {
        delete thread_;
        delete gui_;
    }
}

}  // namespace pennydrop::app
