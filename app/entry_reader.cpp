// SPDX-License-Identifier: Apache-2.0
#include "entry_reader.h"

#include <QClipboard>
#include <QGuiApplication>

#include <utility>

#include "entry_marks.h"
#include "entry_words.h"
#include "labels.h"
#include "life_words.h"
#include "private_text.h"
#include "vocabulary.h"

namespace pennydrop::app {
namespace {

struct Reading {
    Entry entry;  ///< Without its text.
    PrivateText text;
    bool is_learned{false};
};

QString text_of(std::string& utf8) {
    return PrivateText::from_utf8(utf8).take();
}

Result<Reading> read_entry(Journal& journal, EntryId id) {
    auto entry = journal.entries().find(id);
    if (!entry) {
        return pass_on(entry);
    }
    auto text = PrivateText::from_utf8(entry->content.text);
    auto learned = journal.follow_ups().is_learned(id);
    if (!learned) {
        return pass_on(learned);
    }
    return Reading{std::move(*entry), std::move(text), *learned};
}

}  // namespace

EntryReader::EntryReader(JournalService& service, const Clock& clock, QObject* parent)
    : QObject(parent), service_(service), calendar_(clock) {
    connect(&service, &JournalService::closing, this, &EntryReader::close);
    connect(&service, &JournalService::entryChanged, this, [this](EntryId id) {
        if (id == wanted_) {
            read(id);
        }
    });
    connect(&service, &JournalService::entryRemoved, this, [this](EntryId id) {
        if (id.is_set() && id == wanted_) {
            forget();
            removed_ = id;
        }
    });
    connect(&service, &JournalService::entryRestored, this, [this](EntryId id) {
        if (id.is_set() && id == removed_) {
            show(id.value);
        }
    });
    connect(&calendar_, &CalendarWatch::changed, this, &EntryReader::labelsChanged);
}

EntryReader::~EntryReader() {
    wipe_all();
}

int EntryReader::kind() const noexcept {
    return entry_ ? static_cast<int>(entry_->content.kind) : 0;
}

QString EntryReader::kindLabel() const {
    return entry_ ? Vocabulary::label(entry_->content.kind) : QString();
}

QString EntryReader::whenLabel() const {
    return entry_ ? Labels::moment(entry_->content.occurred, calendar_.today()) : QString();
}

QString EntryReader::themeLabel() const {
    return entry_ ? Vocabulary::label(entry_->content.theme) : QString();
}

QString EntryReader::themeHelp() const {
    return entry_ ? Vocabulary::help(entry_->content.theme) : QString();
}

QString EntryReader::levelLabel() const {
    return entry_ ? Vocabulary::label(entry_->content.level) : QString();
}

QString EntryReader::editedLabel() const {
    if (!entry_ || entry_->updated <= entry_->created) {
        return {};
    }
    return Labels::edited(to_local_time(entry_->updated), calendar_.today());
}

QStringList EntryReader::tags() const {
    QStringList tags;
    if (entry_) {
        for (const std::string& tag : entry_->content.tags) {
            tags += QString::fromStdString(tag);
        }
    }
    return tags;
}

QString EntryReader::needsLabel() const {
    const auto* details = barrier();
    return details == nullptr ? QString() : LifeWords::label(details->needs);
}

QString EntryReader::problemLabel() const {
    const auto* details = barrier();
    return details == nullptr ? QString() : LifeWords::label(details->problem);
}

QString EntryReader::powerLabel() const {
    const auto* details = barrier();
    return details == nullptr ? QString() : LifeWords::label(details->power);
}

int EntryReader::state() const noexcept {
    const auto* details = barrier();
    return details != nullptr && details->state ? static_cast<int>(*details->state) : 0;
}

int EntryReader::mark() const {
    return entry_ ? mark_of(entry_->content.kind, entry_->content.barrier.state, is_learned_) : EntryMarks::None;
}

const BarrierDetails* EntryReader::barrier() const noexcept {
    return entry_ && entry_->content.kind == EntryKind::kBarrier ? &entry_->content.barrier : nullptr;
}

void EntryReader::show(qint64 id) {
    removed_ = {};
    if (!service_.is_open()) {
        return;
    }
    wanted_ = EntryId{id};
    read(wanted_);
}

void EntryReader::close() {
    removed_ = {};
    forget();
}

void EntryReader::copyText() const {
    if (!text_.isEmpty()) {
        QGuiApplication::clipboard()->setText(text_);
    }
}

void EntryReader::read(EntryId id) {
    service_.ask(
        this, [id](Journal& journal) { return read_entry(journal, id); },
        [this, id](Result<Reading> reading) {
            if (id != wanted_) {
                return;
            }
            if (reading) {
                is_learned_ = reading->is_learned;
                take(std::move(reading->entry), reading->text.take(), {});
            } else if (reading.error().code == ErrorCode::kNotFound) {
                forget();
            } else {
                take({}, {},
                     tr("This entry could not be read. Nothing was changed. Lock the journal and open it again; if "
                        "that does not help, restart the device."));
            }
        });
}

void EntryReader::take(std::optional<Entry> entry, QString text, const QString& message) {
    const bool was_shown = shown();
    calendar_.look();
    wipe_all();
    entry_ = std::move(entry);
    text_ = std::move(text);
    take_details();
    message_ = message;
    emit entryChanged();
    emit labelsChanged();
    emit messageChanged();
    if (!was_shown) {
        emit shownChanged();
    }
}

void EntryReader::take_details() {
    if (!entry_) {
        return;
    }
    meaning_ = text_of(entry_->content.meaning);
    ask_ = text_of(entry_->content.barrier.ask);
    ask_role_ = text_of(entry_->content.barrier.ask_role);
    if (barrier() == nullptr) {
        wipe(ask_);
        wipe(ask_role_);
    }
}

void EntryReader::wipe_all() {
    if (entry_) {
        wipe_words(entry_->content);
        entry_.reset();
    }
    wipe(text_);
    wipe(meaning_);
    wipe(ask_);
    wipe(ask_role_);
}

void EntryReader::forget() {
    const bool was_shown = shown();
    wanted_ = {};
    if (!was_shown) {
        return;
    }
    wipe_all();
    message_.clear();
    emit entryChanged();
    emit labelsChanged();
    emit messageChanged();
    emit shownChanged();
}

}  // namespace pennydrop::app
