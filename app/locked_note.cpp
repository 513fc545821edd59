// SPDX-License-Identifier: Apache-2.0
#include "locked_note.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

#include "draft_text.h"
#include "error_text.h"
#include "journal/locked_notes.h"
#include "private_text.h"
#include "session.h"
#include "together.h"

namespace pennydrop::app {

LockedNote::LockedNote(JournalService& service, Session& session, AppSettings& settings, const Clock& clock,
                       const TimeSource& time, std::filesystem::path journal, QObject* parent)
    : QObject(parent),
      service_(service),
      session_(session),
      settings_(settings),
      clock_(clock),
      journal_(std::move(journal)),
      sealer_(
          service, journal_, [this] { return target(); },
          [this] { return EntryContent{.kind = static_cast<EntryKind>(kind_), .text = journal_text(text_)}; }),
      idle_(time) {
    connect(&sealer_, &NoteSealer::sealed, this, &LockedNote::sealed);
    connect(&sealer_, &NoteSealer::failed, this, &LockedNote::seal_failed);
    connect(&service_, &JournalService::opened, this, &LockedNote::on_opened);
    connect(&service_, &JournalService::closed, this, &LockedNote::settle_added);
    connect(&session_, &Session::stateChanged, this, &LockedNote::on_state_changed);
    connect(&idle_, &AutoLock::expired, this, [this] {
        leave();
        if (writing_) {
            start_waiting();  // what could not be sealed is tried again
        }
    });
    if (settings_.unsealedWords(path_key())) {
        failed_ = true;
        message_ =
            tr("What was written here last without unlocking could not be sealed before Pennydrop ended, and is lost. "
               "Your journal is safe. Before you write here again, make sure that there is free space on this device.");
    }
}

LockedNote::~LockedNote() {
    // The program is being left, and nobody waits for an answer any more. What is under way comes to its end first.
    service_.worker().run_and_wait([] {});
    settle_added();
    if (sealer_.active()) {
        settings_.setUnsealedWords(path_key(), !sealer_.seal_at_last() && !is_blank());
    }
    wipe(text_);
}

bool LockedNote::is_blank() const {
    return text_.trimmed().isEmpty();
}

QString LockedNote::path_key() const {
    return QFileInfo(journal_).absoluteFilePath();
}

std::optional<DropTarget> LockedNote::target() const {
    const QByteArray kept = settings_.dropTarget(path_key());
    DropTarget target;
    const auto id_bytes = static_cast<qsizetype>(target.vault.size());
    if (kept.size() != id_bytes + static_cast<qsizetype>(target.public_key.size())) {
        return std::nullopt;
    }
    std::ranges::copy(kept.first(id_bytes), target.vault.begin());
    std::ranges::copy(kept.sliced(id_bytes), target.public_key.begin());
    return target;
}

void LockedNote::on_state_changed() {
    if (session_.state() != Session::State::Locked) {
        stop_writing();
    } else if (!sealer_.is_sealed()) {
        sealer_.seal();  // The journal that was open did not take it.
    }
    emit changed();
}

void LockedNote::on_opened() {
    if (!sealer_.active() || sealer_.is_sealed()) {
        settle_all();  // What is sealed was merged; and whoever something was told to is here.
    } else {
        add_kept_words();
    }
    service_.ask(
        this, [](Journal& journal) -> Result<VaultInfo> { return journal.vault().info(); },
        [this](const Result<VaultInfo>& info) {
            if (!info) {
                return;
            }
            QByteArray kept(reinterpret_cast<const char*>(info->id.data()), static_cast<qsizetype>(info->id.size()));
            kept.append(reinterpret_cast<const char*>(info->drop_box.data()),
                        static_cast<qsizetype>(info->drop_box.size()));
            settings_.setDropTarget(path_key(), kept);
            emit changed();
        });
}

/// What could not be sealed, or was still being written when the journal opened, is the note's entry now.
void LockedNote::add_kept_words() {
    if (added_) {
        return;
    }
    finishing_ = false;
    added_ = Added{.revision = revision_};
    service_.ask(
        this,
        [note = sealer_.note(), content = sealer_.state(), now = clock_.now().at,
         kept = added_->kept](Journal& journal) mutable {
            auto put = together(journal, [&] { return put_note(journal.vault().database(), note, content, now); });
            *kept = put.has_value();
            wipe(content.text);
            return put;
        },
        [this](const Result<PutNote>& put) {
            settle_added();
            if (!put) {
                return;
            }
            switch (put->outcome) {
                case PutNote::Outcome::kAdded:
                    emit service_.entryAdded(put->entry);
                    break;
                case PutNote::Outcome::kChanged:
                    emit service_.entryChanged(put->entry);
                    break;
                case PutNote::Outcome::kRemoved:
                    emit service_.entryRemoved(put->entry);
                    break;
                case PutNote::Outcome::kUnchanged:
                    break;
            }
        });
}

/// Also when a lock or the end of the program was quicker than the answer: the words must not come twice.
void LockedNote::settle_added() {
    const auto added = std::exchange(added_, std::nullopt);
    if (added && *added->kept && added->revision == revision_) {
        settle_all();
    }
}

/// Nothing of it is left to be done.
void LockedNote::settle_all() {
    forget_text();
    settings_.setUnsealedWords(path_key(), false);
    message_.clear();
    failed_ = false;
    emit changed();
    if (std::exchange(ending_, false)) {
        emit endPossible();
    }
}

bool LockedNote::wanted() const {
    return settings_.writeWhileLocked();
}

void LockedNote::setWanted(bool wanted) {
    settings_.setWriteWhileLocked(wanted);
    emit changed();
}

bool LockedNote::available() const {
    return wanted() && !session_.sample() && session_.state() == Session::State::Locked && target().has_value();
}

void LockedNote::setKind(int kind) {
    if (kind_ != kind && kind_from_number(kind)) {
        kind_ = kind;
        sealer_.changed();
        emit changed();
    }
}

void LockedNote::setText(const QString& text) {
    if (text_ == text) {
        return;
    }
    wipe(text_);
    text_ = text;
    ++revision_;
    warned_ = false;
    if (!sealer_.active() && !is_blank()) {
        sealer_.begin(clock_.now());
    }
    sealer_.changed();
    emit textChanged();
}

void LockedNote::begin() {
    if (available() && !writing_) {
        if (is_blank()) {
            settings_.setUnsealedWords(path_key(), false);
        }
        writing_ = true;
        leaving_ = false;
        message_.clear();
        failed_ = false;
        start_waiting();
        emit changed();
    }
}

void LockedNote::save() {
    if (writing_) {
        finish();
    }
}

void LockedNote::finish() {
    if (finishing_ || !sealer_.active() || (is_blank() && !sealer_.was_posted())) {
        return;
    }
    finishing_ = true;
    message_.clear();
    emit changed();
    sealer_.seal();
}

void LockedNote::sealed() {
    if (finishing_ && !sealer_.is_sealed()) {
        sealer_.seal();  // typed meanwhile
        return;
    }
    if (!finishing_) {
        if (std::exchange(failed_, false)) {
            settings_.setUnsealedWords(path_key(), false);
            message_.clear();
            emit changed();
        }
        return;
    }
    const bool was_blank = is_blank();
    const bool was_leaving = leaving_;
    forget_text();
    failed_ = false;
    settings_.setUnsealedWords(path_key(), false);
    message_ = was_blank ? QString() : tr("Sealed. You will find it in your journal when you unlock it.");
    if (was_leaving) {
        stop_writing();
    }
    emit changed();
    if (std::exchange(ending_, false)) {
        emit endPossible();
    }
}

void LockedNote::seal_failed(ErrorCode code) {
    failed_ = true;
    finishing_ = false;
    leaving_ = false;
    settings_.setUnsealedWords(path_key(), !is_blank());  // nobody can say whether the program will end by itself
    message_ = error_text(code, Doing::kDropping);
    if (std::exchange(ending_, false)) {
        warned_ = true;
        message_ += u' ' + tr("Closing the window once more ends Pennydrop without them.");
    }
    emit changed();
}

bool LockedNote::mayEnd() {
    const bool has_words = finishing_ || !is_blank() || !sealer_.is_sealed();
    // Elsewhere than at the lock nobody would see why the window stays; and whoever asks twice is not kept.
    if (!has_words || ending_ || warned_ || session_.state() != Session::State::Locked) {
        return true;
    }
    ending_ = true;
    finish();
    ending_ = ending_ && finishing_;
    return !ending_ && !failed_;
}

void LockedNote::leave() {
    if (!writing_) {
        return;
    }
    if (is_blank() && !sealer_.was_posted()) {
        stop_writing();
        settle_all();
        return;
    }
    leaving_ = true;
    save();
}

void LockedNote::stepBack() {
    stop_writing();
    emit changed();
}

void LockedNote::stop_writing() {
    writing_ = false;
    leaving_ = false;
    idle_.stop();
}

void LockedNote::start_waiting() {
    idle_.set_limit(std::chrono::minutes{settings_.autoLockMinutes()});
    idle_.start();
}

void LockedNote::forget_text() {
    wipe(text_);
    ++revision_;
    sealer_.stop();
    finishing_ = false;
    leaving_ = false;
    emit textChanged();
}

}  // namespace pennydrop::app
