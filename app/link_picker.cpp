// SPDX-License-Identifier: Apache-2.0
#include "link_picker.h"

#include <utility>

#include "draft_text.h"
#include "private_text.h"

namespace pennydrop::app {

LinkPicker::LinkPicker(JournalService& service, const Clock& clock, EntryReader& reader, ReadEntry& entry,
                       QObject* parent)
    : SummaryRows(clock, parent), service_(service), reader_(reader), entry_(entry) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &LinkPicker::look);
    connect(&entry, &ReadEntry::leaving, this, &LinkPicker::close);
}

LinkPicker::~LinkPicker() {
    wipe(words_);
}

void LinkPicker::setWords(const QString& words) {
    if (active_ && words != words_) {
        wipe(words_);
        words_ = words;
        emit wordsChanged();
        ++question_;
        set_searching(true, {});
        pause_.start();
    }
}

void LinkPicker::begin() {
    if (!active_ && entry_.id().is_set()) {
        active_ = true;
        emit activeChanged();
        look();
    }
}

void LinkPicker::close() {
    if (!active_) {
        return;
    }
    active_ = false;
    ++question_;
    pause_.stop();
    wipe(words_);
    show({});
    set_searching(false, {});
    emit wordsChanged();
    emit activeChanged();
}

QList<int> LinkPicker::relationsTo(qint64 other) const {
    QList<int> relations;
    const auto self = entry_.kind();
    const auto kind = kind_of(EntryId{other});
    if (self && kind) {
        for (const LinkRelation relation : relations_between(*self, *kind)) {
            relations += relation;
        }
    }
    return relations;
}

void LinkPicker::look() {
    ++question_;
    set_searching(true, {});
    service_.ask(
        this,
        [self = entry_.id(), words = journal_text(words_),
         text = journal_text(reader_.text())](Journal& journal) mutable -> Result<std::vector<EntrySummary>> {
            if (words.find_first_not_of(' ') == std::string::npos) {
                auto similar = journal.similar().to(text, self, kMost);
                wipe(text);
                return similar;
            }
            auto hits = journal.search().find({.words = words}, std::nullopt, kMost + 1);
            wipe(words);
            if (!hits) {
                return pass_on(hits);
            }
            std::vector<EntrySummary> found;
            for (SearchHit& hit : *hits) {
                if (hit.entry.id != self && found.size() < kMost) {
                    found.push_back(std::move(hit.entry));
                }
            }
            return found;
        },
        [this, question = question_](Result<std::vector<EntrySummary>> found) {
            if (question != question_ || !active_) {
                return;
            }
            if (!found) {
                set_searching(false, tr("The journal could not be searched. Nothing was changed. Lock the journal and "
                                        "open it again; if that does not help, restart the device."));
                return;
            }
            std::vector<Row> rows;
            rows.reserve(found->size());
            for (EntrySummary& entry : *found) {
                rows.push_back(make_row(std::move(entry)));
            }
            show(std::move(rows));
            set_searching(false, {});
        });
}

void LinkPicker::set_searching(bool searching, const QString& message) {
    if (searching != searching_ || message != message_) {
        searching_ = searching;
        message_ = message;
        emit searchingChanged();
    }
}

}  // namespace pennydrop::app
