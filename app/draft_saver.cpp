// SPDX-License-Identifier: Apache-2.0
#include "draft_saver.h"

#include <QGuiApplication>

#include <algorithm>
#include <utility>

#include "entry_words.h"

namespace pennydrop::app {
namespace {

/// Saves `draft`; as a change of `kept_as`, when the draft was made an entry after it was posted. What the disk does
/// not take goes to `unsaved`.
Status save(Journal& journal, Draft& draft, const EntryId* kept_as, UnsavedDraft& unsaved) {
    if (kept_as != nullptr && kept_as->is_set()) {
        draft.entry = *kept_as;
    }
    auto status = journal.drafts().save(draft);
    if (status) {
        wipe_words(draft.content);
        unsaved.forget();
    } else {
        unsaved.keep(std::move(draft));
    }
    return status;
}

bool too_long_for_an_entry(const Draft& draft) {
    return draft.content.text.size() > kMaxTextBytes || !notes_fit(draft.content);
}

}  // namespace

DraftSaver::DraftSaver(JournalService& service, const Clock& clock, Snapshot snapshot, QObject* parent)
    : QObject(parent), service_(service), clock_(clock), snapshot_(std::move(snapshot)) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &DraftSaver::save_now);
    if (auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
        connect(application, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state != Qt::ApplicationActive) {
                save_now();  // A phone may end the program at any time from here on.
            }
        });
    }
}

void DraftSaver::begin(bool stored) {
    stop();
    stored_ = stored;
    set_state(stored ? State::kSaved : State::kIdle);
}

void DraftSaver::changed() {
    ++revision_;
    if (!unsaved_since_.isValid()) {
        unsaved_since_.start();
    }
    if (failures_ == 0) {
        const auto left = std::max<qint64>(0, kLatestMilliseconds - unsaved_since_.elapsed());
        timer_.start(static_cast<int>(std::min<qint64>(kPauseMilliseconds, left)));
    } else {
        // A failing disk is asked less and less often, yet every ten seconds while there is something to save.
        const int pause = std::min(kPauseMilliseconds << std::min(failures_, 5), kRetryMilliseconds);
        timer_.start(timer_.isActive() ? std::min(pause, timer_.remainingTime()) : pause);
    }
    if (state_ != State::kFailed && state_ != State::kTooLong && state_ != State::kUnsavable) {
        set_state(State::kUnsaved);
    }
}

void DraftSaver::save_now() {
    // While a save is under way, its answer starts the next.
    if (unsaved() && !saving_ && !under_way()) {
        post_save();
    }
}

void DraftSaver::seal() {
    if (unsaved() && !under_way()) {
        post_save();
    }
}

void DraftSaver::post_save() {
    timer_.stop();
    unsaved_since_.invalidate();
    auto draft = snapshot_();
    if (!draft) {
        set_state(State::kUnsavable);
        return;
    }
    const bool too_long = too_long_for_an_entry(*draft);
    draft->saved = clock_.now().at;
    posted_ = revision_;
    saving_ = true;
    service_.ask(
        this,
        [draft = std::move(*draft), kept_as = kept_as_, unsaved = unsaved_draft_](Journal& journal) mutable {
            return save(journal, draft, kept_as.get(), *unsaved);
        },
        [this, session = session_, revision = revision_, too_long](const Status& status) {
            if (session == session_) {
                saved(revision, too_long, status);
            }
        });
}

void DraftSaver::saved(std::uint64_t revision, bool too_long, const Status& status) {
    saving_ = posted_ != revision && saving_;
    if (!status) {
        failed(status.error().code);
        return;
    }
    stored_ = true;
    failures_ = 0;
    saved_ = std::max(saved_, revision);
    set_state(too_long ? State::kTooLong : unsaved() ? State::kUnsaved : State::kSaved);
    if (unsaved() && !timer_.isActive()) {
        save_now();
    }
}

void DraftSaver::failed(ErrorCode code) {
    ++failures_;
    error_ = code;
    timer_.start(kRetryMilliseconds);
    set_state(State::kFailed);
    emit stateChanged();  // Also when it failed before: perhaps for another reason.
}

void DraftSaver::keep() {
    if (keeping_) {
        return;
    }
    auto draft = snapshot_();
    if (!draft || too_long_for_an_entry(*draft)) {
        const auto why = draft ? State::kTooLong : State::kUnsavable;
        if (draft) {
            wipe_words(draft->content);
            seal();
        }
        set_state(why);
        emit keepFailed();
        return;
    }
    timer_.stop();
    unsaved_since_.invalidate();
    if (unsaved()) {
        draft->saved = clock_.now().at;
    } else {
        wipe_words(draft->content);
        draft.reset();
    }
    posted_ = revision_;
    keeping_ = true;
    kept_as_ = std::make_shared<EntryId>();
    service_.ask(
        this,
        [draft = std::move(draft), now = clock_.now().at, kept_as = kept_as_,
         unsaved = unsaved_draft_](Journal& journal) mutable -> Result<KeptDraft> {
            if (draft) {
                if (auto status = save(journal, *draft, nullptr, *unsaved); !status) {
                    return pass_on(status);
                }
            }
            auto kept = journal.drafts().keep(now);
            if (kept) {
                *kept_as = kept->entry;
            }
            return kept;
        },
        [this, session = session_, revision = revision_](const Result<KeptDraft>& answer) {
            if (session == session_) {
                kept_answer(revision, answer);
            }
        });
}

void DraftSaver::kept_answer(std::uint64_t revision, const Result<KeptDraft>& answer) {
    keeping_ = false;
    kept_as_.reset();
    if (!answer) {
        if (!unsaved()) {
            ++revision_;  // What is stored is written again after a while, so that the state tells when saving works.
        }
        failed(answer.error().code);
        emit keepFailed();
        return;
    }
    failures_ = 0;
    stored_ = false;
    saved_ = std::max(saved_, revision);
    emit kept(*answer, !unsaved());
}

void DraftSaver::discard() {
    service_.ask(
        this,
        [unsaved = unsaved_draft_](Journal& journal) {
            unsaved->forget();
            return journal.drafts().discard();
        },
        [](const Status&) {
            // A draft that could not be deleted comes back at the next opening; nothing is lost.
        });
    stop();
}

void DraftSaver::throw_away(std::function<void(const Result<EntryId>&)> then) {
    auto draft = unsaved() ? snapshot_() : std::nullopt;
    const bool is_too_long = unsaved() && !draft;
    service_.ask(
        this,
        [draft = std::move(draft), is_too_long, now = clock_.now().at,
         unsaved = unsaved_draft_](Journal& journal) mutable -> Result<EntryId> {
            Status saved;
            if (draft) {
                draft->saved = now;
                saved = save(journal, *draft, nullptr, *unsaved);
            }
            if (saved && !is_too_long) {
                auto thrown = journal.drafts().throw_away(now);
                if (thrown || thrown.error().code != ErrorCode::kInvalid) {
                    return thrown;
                }
            } else if (!saved && saved.error().code != ErrorCode::kInvalid) {
                return pass_on(saved);  // The disk may take it later: files are not destroyed for that.
            }
            // What no entry can hold goes all the same.
            unsaved->forget();
            auto discarded = journal.drafts().discard();
            return discarded ? Result<EntryId>{EntryId{}} : pass_on(discarded);
        },
        std::move(then));
    stop();
}

void DraftSaver::stop() {
    timer_.stop();
    unsaved_since_.invalidate();
    ++session_;
    revision_ = 0;
    posted_ = 0;
    saved_ = 0;
    failures_ = 0;
    stored_ = false;
    saving_ = false;
    keeping_ = false;
    kept_as_.reset();
    set_state(State::kIdle);
}

void DraftSaver::set_state(State state) {
    if (state != state_) {
        state_ = state;
        emit stateChanged();
    }
}

}  // namespace pennydrop::app
