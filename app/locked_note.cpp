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
    connect(&session_, &Session::stateChanged, this, &LockedNote::on_state_changed);
    connect(&idle_, &AutoLock::expired, this, [this] {
        leave();
        if (writing_) {
            start_waiting();  // what could not be sealed is tried again
        }
    });
}

LockedNote::~LockedNote() {
    const auto known = target();
    if (known && !pending_ && !text_.trimmed().isEmpty()) {
        // The program is being left: there is nobody to wait for an answer.
        (void)seal(journal_, *known, new_drop_id(), content_of(kind_, text_, clock_.now()));
    }
    forget_text();
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
    if (pending_ || text_.trimmed().isEmpty()) {
        return;
    }
    service_.ask(
        this,
        [content = content_of(kind_, text_, clock_.now()), now = clock_.now().at](Journal& journal) mutable {
            auto added = journal.entries().add(content, now);
            wipe(content.text);
            return added;
        },
        [this](const Result<Entry>& added) {
            if (added) {
                forget_text();
                message_.clear();
                failed_ = false;
                emit changed();
                emit service_.entryAdded(added->id);
            }
        });
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
        emit textChanged();
    }
}

void LockedNote::begin() {
    if (available() && !writing_) {
        writing_ = true;
        leaving_ = false;
        message_.clear();
        failed_ = false;
        start_waiting();
        emit changed();
    }
}

void LockedNote::save() {
    const auto known = target();
    if (!writing_ || pending_ || text_.trimmed().isEmpty()) {
        return;
    }
    if (!known) {
        finish(fail(ErrorCode::kInvalid, "no journal remembered"));
        return;
    }
    const bool is_second_try = failed_record_ && failed_record_->text == text_ && failed_record_->kind == kind_;
    pending_ = Pending{is_second_try ? failed_record_->id : new_drop_id(), text_, kind_};
    message_.clear();
    emit changed();
    service_.worker().run(
        this,
        [journal = journal_, target = *known, id = pending_->id,
         content = content_of(kind_, text_, clock_.now())]() mutable {
            Status sealed = seal(journal, target, id, content);
            wipe(content.text);
            return sealed;
        },
        [this](const Status& saved) { finish(saved); });
}

void LockedNote::finish(const Status& saved) {
    auto record = std::exchange(pending_, std::nullopt);
    failed_ = !saved;
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
    }
    emit changed();
}

void LockedNote::leave() {
    if (!writing_) {
        return;
    }
    if (text_.trimmed().isEmpty()) {
        forget_text();
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
