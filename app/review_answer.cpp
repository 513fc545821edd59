// SPDX-License-Identifier: Apache-2.0
#include "review_answer.h"

#include <QGuiApplication>

#include <string>
#include <utility>

#include "draft_text.h"
#include "private_text.h"
#include "review_tasks.h"

namespace pennydrop::app {

ReviewAnswer::ReviewAnswer(JournalService& service, const Clock& clock, std::shared_ptr<UnsavedFollowUps> unsaved,
                           QObject* parent)
    : QObject(parent), service_(service), clock_(clock), held_(std::move(unsaved)) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &ReviewAnswer::save);
    if (auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state != Qt::ApplicationActive) {
                save();  // A phone may end the program at any time from here on.
            }
        });
    }
}

ReviewAnswer::~ReviewAnswer() {
    wipe(text_);
}

bool ReviewAnswer::blank() const {
    return is_blank(text_);
}

void ReviewAnswer::begin(const ReviewItem& item, QString text, bool on_disk) {
    forget();
    item_ = item;
    take(std::move(text), on_disk);
}

void ReviewAnswer::look(QString text, bool on_disk) {
    if (text == text_ || (is_blank(text) && is_blank(text_))) {
        wipe(text);
        return;
    }
    take(std::move(text), on_disk);
}

void ReviewAnswer::take(QString text, bool on_disk) {
    wipe(text_);
    text_ = std::move(text);
    saved_ = ++revision_;
    emit changed();
    if (!on_disk && !blank() && !handed_over_) {
        ++revision_;
        failed_ = true;
        timer_.start(kRetryMilliseconds);
        emit failed(ErrorCode::kIo);
    }
}

void ReviewAnswer::set(const QString& text) {
    if (!item_ || text == text_) {
        return;
    }
    wipe(text_);
    text_ = text;
    handed_over_ = false;
    ++revision_;
    if (!timer_.isActive()) {
        timer_.start(kPauseMilliseconds);
    }
    emit changed();
}

void ReviewAnswer::save() {
    timer_.stop();
    if (!item_ || !unsaved()) {
        return;
    }
    saved_ = revision_;
    service_.ask(
        this,
        [item = *item_, text = blank() ? std::string() : journal_text(text_), now = clock_.now(),
         held = held_](Journal& journal) mutable { return save_answer(journal, item, std::move(text), now, *held); },
        [this, item = *item_, revision = revision_](const Status& status) { answered(item, revision, status); });
}

void ReviewAnswer::hand_over() {
    save();
    handed_over_ = true;
    failed_ = false;
}

void ReviewAnswer::answered(const ReviewItem& item, std::uint64_t revision, const Status& status) {
    const bool here = item_ == item;
    if (here && handed_over_) {
        return;  // Whoever has it says what could not be saved.
    }
    if (status || status.error().code == ErrorCode::kNotFound) {
        if (here && std::exchange(failed_, false)) {
            emit saved();
        }
        return;
    }
    if (!here) {
        emit heldBack();
        return;
    }
    failed_ = true;
    if (revision == revision_) {
        ++revision_;  // What was to be saved is still to be.
    }
    timer_.start(kRetryMilliseconds);
    emit failed(status.error().code);
}

void ReviewAnswer::forget() {
    timer_.stop();
    item_.reset();
    wipe(text_);
    saved_ = ++revision_;
    failed_ = false;
    handed_over_ = false;
    emit changed();
}

}  // namespace pennydrop::app
