// SPDX-License-Identifier: Apache-2.0
#include "removal.h"

#include <utility>

namespace pennydrop::app {

Removal::Removal(JournalService& service, const Clock& clock, std::chrono::milliseconds undo_time, QObject* parent)
    : QObject(parent), service_(service), clock_(clock), undo_time_(undo_time) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Removal::dismiss);
    connect(&service, &JournalService::closing, this, [this] {
        undo_ = {};
        settled_ = {};
        saying_.clear();
        waiting_.clear();
        setHeld(false);
        tell({}, false);
    });
}

void Removal::setHeld(bool held) {
    if (held == held_) {
        return;
    }
    held_ = held;
    if (!message_.isEmpty()) {
        if (held) {
            left_ = timer_.remainingTimeAsDuration();
            timer_.stop();
        } else {
            timer_.start(left_);
        }
    }
    emit heldChanged();
}

void Removal::remove(qint64 id) {
    remove(EntryId{id});
}

void Removal::remove(EntryId id) {
    service_.ask(
        this, [id, now = clock_.now().at](Journal& journal) { return journal.entries().remove(id, now); },
        [this, id](const Status& removed) {
            if (removed) {
                offer_back(id);
            } else if (removed.error().code != ErrorCode::kNotFound) {
                tell_alone(
                    tr("The entry could not be deleted and is still there, unchanged. Make sure that there is free "
                       "space on "
                       "this device, then try again."));
            }
        });
}

void Removal::offer_back(EntryId id) {
    offer(tr("Entry deleted"), [this, id] { restore(id); }, {});
    emit service_.entryRemoved(id);
}

void Removal::undo() {
    if (!pending_) {
        return;
    }
    const auto undo = std::exchange(undo_, {});
    settled_ = {};
    fall_silent();
    undo();
}

void Removal::dismiss() {
    settle();
    fall_silent();
}

void Removal::offer(const QString& message, std::function<void()> undo, std::function<void()> settled) {
    settle();
    undo_ = std::move(undo);
    settled_ = std::move(settled);
    put_off();
    tell(message, true);
}

void Removal::say(const QString& words) {
    waiting_.append(words);
    if (message_.isEmpty()) {
        fall_silent();
    }
}

/// Or says what has waited for that.
void Removal::fall_silent() {
    saying_ = waiting_.isEmpty() ? QString() : waiting_.takeFirst();
    tell(saying_, false);
}

/// What is being said by say() is said again later.
void Removal::put_off() {
    if (!saying_.isEmpty()) {
        waiting_.prepend(std::exchange(saying_, {}));
    }
}

void Removal::tell_alone(const QString& message) {
    settle();
    put_off();
    tell(message, false);
}

void Removal::settle() {
    undo_ = {};
    if (const auto settled = std::exchange(settled_, {})) {
        settled();
    }
}

void Removal::restore(EntryId id) {
    service_.ask(
        this, [id](Journal& journal) { return journal.entries().restore(id); },
        [this, id](const Status& restored) {
            if (restored) {
                emit service_.entryRestored(id);
                return;
            }
            if (restored.error().code == ErrorCode::kNotFound) {
                tell_alone(tr("The entry was erased from the bin meanwhile, so it cannot be brought back."));
                return;
            }
            // Still removed, not gone: it may be asked for again until the journal is locked.
            offer(tr("The entry could not be brought back yet. It is still kept. Make sure that there is free space on "
                     "this device, "
                     "then try again."),
                  [this, id] { restore(id); }, {});
        });
}

/// A long text takes longer to read than a short one to decide about.
std::chrono::milliseconds Removal::time_for(const QString& message) const {
    constexpr int kCharactersAtOnce = 120;
    const int times = message == saying_ ? 1 + static_cast<int>(message.size()) / kCharactersAtOnce : 1;
    return undo_time_ * times;
}

void Removal::tell(const QString& message, bool pending) {
    left_ = time_for(message);
    if (message.isEmpty() || held_) {
        timer_.stop();
    } else {
        timer_.start(left_);
    }
    if (message != message_ || pending != pending_) {
        message_ = message;
        pending_ = pending;
        emit changed();
    }
}

}  // namespace pennydrop::app
