// SPDX-License-Identifier: Apache-2.0
#include "program_end.h"

#include <utility>

namespace pennydrop::app {

ProgramEnd::ProgramEnd(JournalService& service, Session& session, LockedNote& locked_note,
                       std::function<bool()> holds_unsaved, QObject* parent)
    : QObject(parent),
      service_(service),
      session_(session),
      locked_note_(locked_note),
      holds_unsaved_(std::move(holds_unsaved)) {
    connect(&service_, &JournalService::closing, this, [this] { closing_ = true; });
    connect(&service_, &JournalService::closed, this, [this] {
        closing_ = false;
        decide();
    });
    connect(&service_, &JournalService::opened, this, [this] {
        told_ = false;
        set_message({});
    });
    connect(&locked_note_, &LockedNote::endPossible, this, &ProgramEnd::possible);
}

bool ProgramEnd::mayEnd() {
    if (!locked_note_.mayEnd()) {
        return false;
    }
    // Whoever asks twice is not kept: a disk that does not answer must not hold the window for ever.
    if (asked_ || session_.sample()) {
        return true;
    }
    if (service_.is_open()) {
        asked_ = true;
        session_.lock();
        return false;
    }
    if (closing_) {
        asked_ = true;
        return false;
    }
    return !refuses();
}

void ProgramEnd::decide() {
    if (std::exchange(asked_, false) && !refuses()) {
        told_ = true;  // nothing new can come before the window closes
        emit possible();
    }
}

bool ProgramEnd::refuses() {
    if (told_ || !holds_unsaved_()) {
        return false;
    }
    told_ = true;
    set_message(
        tr("What you wrote last could not be saved. Pennydrop keeps it as long as it runs. Make sure that there is "
           "free space on this device, then open the journal: it is there again, and is saved. Closing the window "
           "once more ends Pennydrop without it."));
    return true;
}

void ProgramEnd::set_message(const QString& message) {
    if (message_ != message) {
        message_ = message;
        emit messageChanged();
    }
}

}  // namespace pennydrop::app
