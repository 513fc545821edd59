// SPDX-License-Identifier: Apache-2.0
#include "tidying.h"

#include <QQmlEngine>

#include <chrono>

#include "platform/process.h"
#include "session.h"

namespace pennydrop::app {

namespace {

// Screens are destroyed between two rounds of the event loop, and what they held can be collected after that; a second
// round, when the last animation and the last frame have let go.
constexpr int kRounds = 2;
constexpr std::chrono::milliseconds kBetween{250};
constexpr std::chrono::milliseconds kAfterOpening{1000};

}  // namespace

Tidying::Tidying(QQmlEngine& engine, const Session& session, QObject* parent)
    : QObject(parent), engine_(&engine), session_(&session) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Tidying::tidy);
    connect(&session, &Session::stateChanged, this, &Tidying::on_state_changed);
    connect(&session, &Session::lockAsked, this, &Tidying::on_state_changed);  // fields were emptied
}

void Tidying::on_state_changed() {
    rounds_left_ = kRounds;
    timer_.start(session_->state() == Session::State::Locked ? std::chrono::milliseconds{0} : kAfterOpening);
}

void Tidying::tidy() {
    engine_->collectGarbage();
    platform::forget_bus_messages();
    --rounds_left_;
    if (rounds_left_ > 0) {
        timer_.start(kBetween);
    }
}

}  // namespace pennydrop::app
