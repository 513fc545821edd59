// SPDX-License-Identifier: Apache-2.0
#include "form_saver.h"

#include <QGuiApplication>

#include <utility>

#include "unsaved_forms.h"

namespace pennydrop::app {

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
        this,
        [key = key_, unsaved = service_.unsaved_forms(), now = clock_.now().at](Journal& journal) {
            return load_form(journal, key, *unsaved, now);
        },
        [this, session = session_](Result<LoadedForm> loaded) {
            if (session == session_ && !known_) {
                known_ = loaded.has_value();
                failing_ = !known_;
                if (!known_) {
                    timer_.start(kRetryMilliseconds);
                    emit failed(loaded.error().code);
                } else if (!loaded->fields.empty()) {
                    emit found(loaded->fields);
                    if (!loaded->on_disk) {
                        take_over();
                    }
                }
                if (known_ && revision_ != saved_ && !paused_ && !timer_.isActive()) {
                    timer_.start(kPauseMilliseconds);
                }
            }
            if (loaded) {
                wipe_fields(loaded->fields);
            }
        });
}

/// The form has what was held, and seals it at the next lock.
void FormSaver::take_over() {
    ++revision_;
    service_.ask(
        this,
        [key = key_, unsaved = service_.unsaved_forms()](Journal&) -> Status {
            unsaved->forget(key);
            return {};
        },
        [](const Status&) {});
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
            this,
            [key = key_, unsaved = service_.unsaved_forms()](Journal& journal) {
                unsaved->forget(key);
                return journal.forms().discard(key);
            },
            [](const Status&) {
                // What could not be deleted is there again the next time; nothing is lost.
            });
    }
    stop();
}

void FormSaver::seal() {
    // Also what is on its way to the disk: it may be refused.
    if (active_ && !paused_ && revision_ != stored_) {
        service_.ask(
            this,
            [key = key_, known = known_, fields = snapshot_(), unsaved = service_.unsaved_forms(),
             now = clock_.now().at](Journal& journal) mutable {
                auto done = save_unless_unknown(journal, key, known, fields, now);
                if (!done && done.error().code != ErrorCode::kNotFound) {
                    unsaved->keep(key, known, fields);
                }
                wipe_fields(fields);
                return done;
            },
            [](const Status&) {});
    }
    stop();
}

}  // namespace pennydrop::app
