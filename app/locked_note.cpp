// SPDX-License-Identifier: Apache-2.0
#include "locked_note.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "error_text.h"
#include "journal/dropped_entry.h"
#include "private_text.h"
#include "session.h"

namespace pennydrop::app {

namespace {

Status seal(const std::filesystem::path& journal, const DropTarget& target, const DropId& id,
            const EntryContent& content) {
    auto payload = encode_dropped_entry(content);
    if (!payload) {
        return pass_on(payload);
    }
    return append_to_drop_box(journal, target, DropRecord{id, std::move(*payload)}, DropBoxOptions{});
}

EntryContent content_of(int kind, const QString& text, const LocalTime& now) {
    EntryContent content;
    content.kind = static_cast<EntryKind>(kind);
    content.occurred = now;
    content.text = text.toStdString();
    return content;
}

}  // namespace

LockedNote::LockedNote(JournalService& service, Session& session, AppSettings& settings, const Clock& clock,
                       const TimeSource& time, std::filesystem::path journal, QObject* parent)
    : QObject(parent),
      service_(service),
      session_(session),
      settings_(settings),
      clock_(clock),
      journal_(std::move(journal)),
      idle_(time) {
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
    const bool had_words = pending_ || failed_record_ || !text_.trimmed().isEmpty();
    bool all_kept = true;
    if (pending_ && pending_->text != text_) {
        all_kept = *pending_->kept || seal_at_last(*pending_);
    } else if (pending_ && *pending_->kept) {
        text_.clear();
    } else if (pending_) {
        failed_record_ = std::move(pending_);
    }
    if (!text_.trimmed().isEmpty()) {
        all_kept = seal_at_last(record_of_text()) && all_kept;
    }
    if (had_words) {
        settings_.setUnsealedWords(path_key(), !all_kept);
    }
    if (pending_) {
        wipe(pending_->text);
    }
    forget_text();
}

bool LockedNote::seal_at_last(const Pending& record) const {
    const auto known = target();
    return known && seal(journal_, *known, record.id, content_of(record.kind, record.text, clock_.now()));
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
    }
    emit changed();
}

void LockedNote::on_opened() {
    if (!pending_ && text_.trimmed().isEmpty()) {
        settings_.setUnsealedWords(path_key(), false);  // whoever it was told to is here
        message_.clear();
        failed_ = false;
    }
    add_kept_words();
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

/// What could not be sealed, or was still being written when the journal opened, is an entry like any other now.
void LockedNote::add_kept_words() {
    if (pending_ || added_ || text_.trimmed().isEmpty()) {
        return;
    }
    added_ = Pending{.id = {}, .text = text_, .kind = kind_};
    service_.ask(
        this,
        [content = content_of(kind_, text_, clock_.now()), now = clock_.now().at,
         kept = added_->kept](Journal& journal) mutable {
            auto added = journal.entries().add(content, now);
            *kept = added.has_value();
            wipe(content.text);
            return added;
        },
        [this](const Result<Entry>& added) {
            settle_added();
            if (added) {
                emit service_.entryAdded(added->id);
            }
        });
}

/// Also when a lock or the end of the program was quicker than the answer: the words must not come twice.
void LockedNote::settle_added() {
    auto record = std::exchange(added_, std::nullopt);
    if (record && *record->kept && record->text == text_) {
        forget_text();
        settings_.setUnsealedWords(path_key(), false);
        message_.clear();
        failed_ = false;
        emit changed();
    }
    if (record) {
        wipe(record->text);
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
        emit changed();
    }
}

void LockedNote::setText(const QString& text) {
    if (text_ != text) {
        text_ = text;
        warned_ = false;
        emit textChanged();
    }
}

void LockedNote::begin() {
    if (available() && !writing_) {
        if (text_.trimmed().isEmpty()) {
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

LockedNote::Pending LockedNote::record_of_text() const {
    const bool is_second_try = failed_record_ && failed_record_->text == text_ && failed_record_->kind == kind_;
    return {.id = is_second_try ? failed_record_->id : new_drop_id(), .text = text_, .kind = kind_};
}

void LockedNote::save() {
    if (writing_) {
        post_record();
    }
}

void LockedNote::post_record() {
    const auto known = target();
    if (pending_ || text_.trimmed().isEmpty()) {
        return;
    }
    if (!known) {
        finish(fail(ErrorCode::kInvalid, "no journal remembered"));
        return;
    }
    pending_ = record_of_text();
    message_.clear();
    emit changed();
    service_.worker().run(
        this,
        [journal = journal_, target = *known, id = pending_->id, kept = pending_->kept,
         content = content_of(kind_, text_, clock_.now())]() mutable {
            Status sealed = seal(journal, target, id, content);
            *kept = sealed.has_value();
            wipe(content.text);
            return sealed;
        },
        [this](const Status& saved) { finish(saved); });
}

void LockedNote::finish(const Status& saved) {
    auto record = std::exchange(pending_, std::nullopt);
    failed_ = !saved;
    settings_.setUnsealedWords(path_key(), failed_);  // nobody can say whether the program will end by itself
    if (saved) {
        // What was typed meanwhile is another entry.
        if (record && record->text == text_) {
            forget_text();
        }
        if (record) {
            wipe(record->text);
        }
        message_ = tr("Sealed. You will find it in your journal when you unlock it.");
        if (leaving_) {
            stop_writing();
        }
    } else {
        failed_record_ = std::move(record);
        leaving_ = false;
        message_ = error_text(saved.error().code, Doing::kDropping);
        if (std::exchange(ending_, false)) {
            warned_ = true;
            message_ += u' ' + tr("Closing the window once more ends Pennydrop without them.");
        }
    }
    emit changed();
    if (ending_ && !text_.trimmed().isEmpty()) {
        post_record();  // typed meanwhile
    } else if (std::exchange(ending_, false)) {
        emit endPossible();
    }
}

bool LockedNote::mayEnd() {
    const bool has_words = pending_ || !text_.trimmed().isEmpty();
    // Elsewhere than at the lock nobody would see why the window stays; and whoever asks twice is not kept.
    if (!has_words || ending_ || warned_ || session_.state() != Session::State::Locked) {
        return true;
    }
    ending_ = true;
    post_record();
    return false;
}

void LockedNote::leave() {
    if (!writing_) {
        return;
    }
    if (text_.trimmed().isEmpty()) {
        forget_text();
        settings_.setUnsealedWords(path_key(), false);
        stop_writing();
        message_.clear();
        failed_ = false;
        emit changed();
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
    text_.clear();
    if (failed_record_) {
        wipe(failed_record_->text);
        failed_record_.reset();
    }
    emit textChanged();
}

}  // namespace pennydrop::app
