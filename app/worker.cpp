// SPDX-License-Identifier: Apache-2.0
#include "worker.h"

namespace pennydrop::app {

Worker::Worker() : home_(new QObject), gui_(new QObject) {
    thread_.setObjectName(QStringLiteral("vault"));
    home_->moveToThread(&thread_);
    QObject::connect(&thread_, &QThread::finished, home_, &QObject::deleteLater);
    thread_.start();
}

Worker::~Worker() {
    thread_.quit();
    thread_.wait();
    delete gui_;
}

}  // namespace pennydrop::app
