// SPDX-License-Identifier: Apache-2.0
#include "similar_entries.h"

#include <utility>

#include "draft_text.h"
#include "private_text.h"

namespace pennydrop::app {

SimilarEntries::SimilarEntries(JournalService& service, const Clock& clock, EntryEditor& editor, QObject* parent)
    : SummaryRows(clock, parent), service_(service), clock_(clock), editor_(editor) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &SimilarEntries::look);
    connect(&editor, &EntryEditor::textChanged, this, &SimilarEntries::text_changed);
    connect(&editor, &EntryEditor::finished, this, [this](qint64 kept) { finished(EntryId{kept}); });
    connect(&service, &JournalService::closing, this, &SimilarEntries::forget);
    connect(this, &SimilarEntries::countChanged, this, &SimilarEntries::offeredChanged);
}

void SimilarEntries::dismiss() {
    if (!dismissed_) {
        dismissed_ = true;
        emit offeredChanged();
    }
}

void SimilarEntries::choose(qint64 other, int relation) {
    const EntryId id{other};
    if (!kind_of(id)) {
        return;
    }
    if (relation >= LinkRelations::CameFrom && relation <= LinkRelations::AnsweredBy) {
        chosen_[id] = static_cast<LinkRelation>(relation);
    } else {
        chosen_.erase(id);
    }
    const auto found = chosen_.find(id);
    set_relation(id, found == chosen_.end() ? LinkRelations::None : found->second);
    emit chosenChanged();
}

QList<int> SimilarEntries::relationsTo(qint64 other) const {
    QList<int> relations;
    const auto self = kind_from_number(editor_.kind());
    const auto kind = kind_of(EntryId{other});
    if (self && kind) {
        for (const LinkRelation relation : relations_between(*self, *kind)) {
            // What came before cannot have come from what is only being written.
            if (relation != LinkRelations::LedTo) {
                relations += relation;
            }
        }
    }
    return relations;
}

void SimilarEntries::text_changed() {
    ++question_;
    if (editor_.active() && !dismissed_) {
        pause_.start();
    }
}

void SimilarEntries::look() {
    const QString text = editor_.text();
    if (!editor_.active() || dismissed_) {
        return;
    }
    if (text.size() < kLeastCharacters) {
        if (chosen_.empty()) {
            show({});
        }
        return;
    }
    const EntryId self{editor_.entryId()};
    service_.ask(
        this,
        [text = journal_text(text), self](Journal& journal) mutable {
            auto found = journal.similar().to(text, self.is_set() ? std::optional(self) : std::nullopt, kMost);
            wipe(text);
            return found;
        },
        [this, question = question_](Result<std::vector<EntrySummary>> found) {
            if (question != question_ || !editor_.active() || !found) {
                return;  // Nobody asked for it: a failure is not worth a word here.
            }
            std::vector<Row> shown;
            // What is chosen stays to be seen, whatever the text has become about.
            for (const Row& row : rows()) {
                if (chosen_.contains(row.entry.id)) {
                    shown.push_back(Row{row.entry, row.preview, row.relation});
                }
            }
            for (EntrySummary& entry : *found) {
                if (!chosen_.contains(entry.id) && shown.size() < kMost) {
                    shown.push_back(make_row(std::move(entry)));
                }
            }
            show(std::move(shown));
        });
}

void SimilarEntries::finished(EntryId kept) {
    const auto chosen = std::exchange(chosen_, {});
    forget();
    if (!kept.is_set() || chosen.empty()) {
        return;
    }
    std::vector<Link> links;
    links.reserve(chosen.size());
    for (const auto& [other, relation] : chosen) {
        links.push_back(link_for(kept, other, relation));
    }
    service_.ask(
        this,
        [links, now = clock_.now()](Journal& journal) -> Status {
            Status all;
            for (const Link& link : links) {
                if (auto added = journal.links().add(link, now); !added) {
                    all = pass_on(added);  // An entry that is gone meanwhile must not cost the others theirs.
                }
            }
            return all;
        },
        [this, kept, links](const Status&) {
            emit service_.entryChanged(kept);
            for (const Link& link : links) {
                emit service_.entryChanged(link.from == kept ? link.to : link.from);
            }
        });
}

void SimilarEntries::forget() {
    ++question_;
    pause_.stop();
    chosen_.clear();
    dismissed_ = false;
    show({});
    emit chosenChanged();
    emit offeredChanged();
}

}  // namespace pennydrop::app
