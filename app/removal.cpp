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
                settle();
                tell(tr("The entry could not be deleted and is still there, unchanged. Make sure that there is free "
                        "space on "
                        "this device, then try again."),
                     false);
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
    tell({}, false);
    undo();
}

void Removal::dismiss() {
    settle();
    tell({}, false);
}

void Removal::offer(const QString& message, std::function<void()> undo, std::function<void()> settled) {
    settle();
    undo_ = std::move(undo);
    settled_ = std::move(settled);
    tell(message, true);
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
                settle();
                tell(tr("The entry was erased from the bin meanwhile, so it cannot be brought back."), false);
                return;
            }
            // Still removed, not gone: it may be asked for again until the journal is locked.
            offer(tr("The entry could not be brought back yet. It is still kept. Make sure that there is free space on "
                     "this device, "
                     "then try again."),
                  [this, id] { restore(id); }, {});
        });
}

void Removal::tell(const QString& message, bool pending) {
    left_ = undo_time_;
    if (message.isEmpty() || held_) {
        timer_.stop();
    } else {
        timer_.start(undo_time_);
    }
    if (message != message_ || pending != pending_) {
        message_ = message;
        pending_ = pending;
        emit changed();
    }
}

}  // namespace pennydrop::app
