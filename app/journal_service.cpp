// SPDX-License-Identifier: Apache-2.0
#include "journal_service.h"

namespace pennydrop::app {

JournalService::JournalService(QObject* parent) : QObject(parent), journal_(std::make_shared<Slot>()) {}

JournalService::~JournalService() {
    close_and_wait();
}

Worker& JournalService::painter() {
    if (painter_ == nullptr) {
        painter_ = std::make_unique<Worker>(QStringLiteral("pictures"));
    }
    return *painter_;
}

bool JournalService::begin_close() {
    if (!open_ && !opening_) {
        return false;
    }
    if (open_) {
        closing_ = true;
        emit closing();
        closing_ = false;
    }
    open_ = false;
    opening_ = false;
    ++generation_;
    return true;
}

void JournalService::close() {
    if (!begin_close()) {
        return;
    }
    worker_.run(
        this,
        [slot = journal_] {
            slot->journal.reset();
            return true;
        },
        [this](bool) { emit closed(); });
}

void JournalService::close_and_wait() {
    begin_close();
    worker_.run_and_wait([slot = journal_] { slot->journal.reset(); });
}

}  // namespace pennydrop::app
