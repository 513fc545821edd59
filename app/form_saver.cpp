// SPDX-License-Identifier: Apache-2.0
#include "form_saver.h"

#include <QGuiApplication>

#include <utility>

#include "private_text.h"

namespace pennydrop::app {

void wipe_fields(std::vector<FormField>& fields) noexcept {
    for (FormField& field : fields) {
        wipe(field.text);
    }
    fields.clear();
}

Status save_unless_unknown(Journal& journal, const FormKey& key, bool known, const std::vector<FormField>& fields,
                           Timestamp now) {
    if (!known) {
        auto before = journal.forms().load(key);
        if (!before) {
            return pass_on(before);
        }
        const bool is_free = before->empty();
        wipe_fields(*before);
        if (!is_free) {
            return fail(ErrorCode::kAlreadyExists);
        }
    }
    return journal.forms().save(key, fields, now);
}

FormSaver::FormSaver(JournalService& service, const Clock& clock, Snapshot snapshot, QObject* parent)
    : QObject(parent), service_(service), clock_(clock), snapshot_(std::move(snapshot)) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (known_) {
            save_now();
        } else {
            look();
        }
    });
    if (auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state != Qt::ApplicationActive) {
                save_now();  // A phone may end the program at any time from here on.
            }
        });
    }
}

void FormSaver::begin(const FormKey& key) {
    stop();
    key_ = key;
    active_ = true;
    look();
}

void FormSaver::look() {
    service_.ask(
        this, [key = key_](Journal& journal) { return journal.forms().load(key); },
        [this, session = session_](Result<std::vector<FormField>> fields) {
            if (session == session_ && !known_) {
                known_ = fields.has_value();
                failing_ = !known_;
                if (!known_) {
                    timer_.start(kRetryMilliseconds);
                    emit failed(fields.error().code);
                } else if (!fields->empty()) {
                    emit found(*fields);
                }
                if (known_ && revision_ != saved_ && !paused_ && !timer_.isActive()) {
                    timer_.start(kPauseMilliseconds);
                }
            }
            if (fields) {
                wipe_fields(*fields);
            }
        });
}

void FormSaver::changed() {
    if (!active_) {
        return;
    }
    ++revision_;
    paused_ = false;
    if (known_ && !timer_.isActive()) {
        timer_.start(kPauseMilliseconds);
    }
}

void FormSaver::save_now() {
    if (active_ && known_ && !paused_ && revision_ != saved_) {
        save();
    }
}

void FormSaver::save() {
    timer_.stop();
    saved_ = revision_;
    service_.ask(
        this,
        [key = key_, fields = snapshot_(), now = clock_.now().at](Journal& journal) mutable {
            auto done = journal.forms().save(key, fields, now);
            wipe_fields(fields);
            return done;
        },
        [this, session = session_, revision = revision_](const Status& done) {
            if (session != session_) {
                return;
            }
            // Of an entry that is removed it is not saved; what was saved before comes back with it.
            failing_ = !done && done.error().code != ErrorCode::kNotFound;
            stored_ = done ? revision : stored_;
            if (!failing_) {
                emit saved();
                return;
            }
            if (revision == revision_) {
                ++revision_;  // What was to be saved is still to be.
            }
            timer_.start(kRetryMilliseconds);
            emit failed(done.error().code);
        });
}

void FormSaver::pause() {
    paused_ = true;
    timer_.stop();
}

void FormSaver::stop() {
    timer_.stop();
    ++session_;
    active_ = false;
    known_ = false;
    paused_ = false;
    failing_ = false;
    revision_ = 0;
    saved_ = 0;
    stored_ = 0;
}

void FormSaver::discard() {
    if (active_ && known_) {
        service_.ask(
            this, [key = key_](Journal& journal) { return journal.forms().discard(key); },
            [](const Status&) {
                // What could not be deleted is there again the next time; nothing is lost.
            });
    }
    stop();
}

void FormSaver::seal() {
    if (active_ && !paused_ && revision_ != saved_) {
        service_.ask(
            this,
            [key = key_, known = known_, fields = snapshot_(), now = clock_.now().at](Journal& journal) mutable {
                auto done = save_unless_unknown(journal, key, known, fields, now);
                wipe_fields(fields);
                return done;
            },
            [](const Status&) {});
    }
    stop();
}

}  // namespace pennydrop::app
