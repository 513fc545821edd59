// SPDX-License-Identifier: Apache-2.0
#include "entry_reader.h"

#include <utility>

#include "labels.h"
#include "private_text.h"
#include "vocabulary.h"

namespace pennydrop::app {
namespace {

struct Reading {
    Entry entry;  ///< Without its text.
    PrivateText text;
};

Result<Reading> read_entry(Journal& journal, EntryId id) {
    auto entry = journal.entries().find(id);
    if (!entry) {
        return pass_on(entry);
    }
    auto text = PrivateText::from_utf8(entry->content.text);
    return Reading{std::move(*entry), std::move(text)};
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
    wipe(text_);
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

void EntryReader::read(EntryId id) {
    service_.ask(
        this, [id](Journal& journal) { return read_entry(journal, id); },
        [this, id](Result<Reading> reading) {
            if (id != wanted_) {
                return;
            }
            if (reading) {
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
    entry_ = std::move(entry);
    wipe(text_);
    text_ = std::move(text);
    message_ = message;
    emit entryChanged();
    emit labelsChanged();
    emit messageChanged();
    if (!was_shown) {
        emit shownChanged();
    }
}

void EntryReader::forget() {
    const bool was_shown = shown();
    wanted_ = {};
    if (!was_shown) {
        return;
    }
    entry_.reset();
    wipe(text_);
    message_.clear();
    emit entryChanged();
    emit labelsChanged();
    emit messageChanged();
    emit shownChanged();
}

}  // namespace pennydrop::app
