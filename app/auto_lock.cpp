// SPDX-License-Identifier: Apache-2.0
#include "auto_lock.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace pennydrop::app {

namespace {

constexpr std::chrono::minutes kDefaultLimit{5};

bool is_activity(QEvent::Type type) {
    switch (type) {
        case QEvent::KeyPress:
        case QEvent::KeyRelease:
        case QEvent::InputMethod:  // what on-screen keyboards send instead of keys
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseMove:
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TouchEnd:
        case QEvent::TabletPress:
        case QEvent::TabletMove:
        case QEvent::Wheel:
            return true;
        default:
            return false;
    }
}

}  // namespace

AutoLock::AutoLock(const TimeSource& time, QObject* parent) : QObject(parent), time_(&time), limit_(kDefaultLimit) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::CoarseTimer);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (!check()) {
            timer_.start(limit_ - idle());
        }
    });
    QCoreApplication::instance()->installEventFilter(this);
    if (auto* const application = qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (!running_ || check()) {
                return;
            }
#if defined(Q_OS_ANDROID)
            // Leaving the app is the last thing the person did in it; timers may not run until they come back.
            if (state == Qt::ApplicationSuspended) {
                begin_anew();
            }
#else
            Q_UNUSED(state)
#endif
        });
    }
}

void AutoLock::set_limit(std::chrono::milliseconds limit) {
    limit_ = limit;
    if (running_ && !check()) {
        timer_.start(limit_ - idle());
    }
}

void AutoLock::start() {
    running_ = true;
    begin_anew();
}

void AutoLock::stop() {
    running_ = false;
    timer_.stop();
}

void AutoLock::note_activity() {
    if (running_ && !check()) {
        // The timer is left as it is: when it fires it works out what is left. An event costs two clock readings.
        last_steady_ = time_->steady();
        last_wall_ = time_->wall();
    }
}

void AutoLock::begin_anew() {
    last_steady_ = time_->steady();
    last_wall_ = time_->wall();
    timer_.start(limit_);
}

bool AutoLock::check() {
    if (!running_ || idle() < limit_) {
        return false;
    }
    stop();
    emit expired();
    return true;
}

std::chrono::milliseconds AutoLock::idle() const {
    return std::max(time_->steady() - last_steady_, time_->wall() - last_wall_);
}

bool AutoLock::eventFilter(QObject* /*watched*/, QEvent* event) {
    if (running_ && is_activity(event->type())) {
        note_activity();
    }
    return false;
}

}  // namespace pennydrop::app
