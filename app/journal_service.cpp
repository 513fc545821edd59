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

void JournalService::decode(QObject* context, PrivateBytes bytes, int side, std::function<void(const QImage&)> then) {
    painter().run(
        context,
        [bytes = std::move(bytes), side, locks = locks_, asked = locks_->load()]() mutable {
            const PrivateBytes own = std::move(bytes);
            return *locks == asked ? read_picture(own.span(), side) : QImage();
        },
        [this, asked = locks_->load(), then = std::move(then)](const QImage& picture) {
            if (*locks_ == asked) {
                then(picture);
            }
        });
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
    ++*locks_;
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
