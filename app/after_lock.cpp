// SPDX-License-Identifier: Apache-2.0
#include "after_lock.h"

#include <QQmlEngine>

#include "platform/process.h"
#include "session.h"

namespace pennydrop::app {

namespace {

// Screens are destroyed between two rounds of the event loop, and what they held can be collected after that; a second
// round, when the last animation and the last frame have let go.
constexpr int kRounds = 2;
constexpr std::chrono::milliseconds kBetween{250};

}  // namespace

AfterLock::AfterLock(QQmlEngine& engine, const Session& session, QObject* parent)
    : QObject(parent), engine_(&engine), session_(&session) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &AfterLock::tidy);
    connect(&session, &Session::stateChanged, this, &AfterLock::on_state_changed);
}

void AfterLock::on_state_changed() {
    if (session_->state() == Session::State::Locked) {
        rounds_left_ = kRounds;
        timer_.start(std::chrono::milliseconds{0});
    }
}

void AfterLock::tidy() {
    engine_->collectGarbage();
    platform::forget_bus_messages();
    --rounds_left_;
    if (rounds_left_ > 0) {
        timer_.start(kBetween);
    }
}

}  // namespace pennydrop::app
