// SPDX-License-Identifier: Apache-2.0
#include "similar_entries.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "draft_text.h"
#include "private_text.h"

namespace pennydrop::app {

SimilarEntries::SimilarEntries(JournalService& service, const Clock& clock, EntryEditor& editor, QObject* parent)
    : SummaryRows(clock, parent), service_(service), editor_(editor) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &SimilarEntries::look);
    connect(&editor, &EntryEditor::textChanged, this, &SimilarEntries::text_changed);
    connect(&editor, &EntryEditor::linksChanged, this, &SimilarEntries::links_changed);
    connect(&editor, &EntryEditor::finished, this, &SimilarEntries::forget);
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
    auto links = editor_.links();
    std::erase_if(links, [id](const DraftLink& link) { return link.other == id; });
    if (relation >= LinkRelations::CameFrom && relation <= LinkRelations::AnsweredBy) {
        links.push_back(draft_link_for(id, static_cast<LinkRelation>(relation)));
    }
    editor_.set_links(std::move(links));
}

LinkRelation SimilarEntries::relation_to(EntryId other) const {
    const auto& links = editor_.links();
    const auto found = std::ranges::find(links, other, &DraftLink::other);
    return found == links.end() ? LinkRelations::None : relation_of(*found);
}

/// A choice was made, or came back with the draft: then its entry is shown as well.
void SimilarEntries::links_changed() {
    std::vector<EntryId> missing;
    for (const DraftLink& link : editor_.links()) {
        if (!kind_of(link.other)) {
            missing.push_back(link.other);
        }
    }
    for (const Row& row : std::vector<Row>(rows())) {
        set_relation(row.entry.id, relation_to(row.entry.id));
    }
    emit chosenChanged();
    if (missing.empty()) {
        return;
    }
    service_.ask(
        this,
        [missing](Journal& journal) -> Result<std::vector<EntrySummary>> {
            std::vector<EntrySummary> found;
            for (const EntryId id : missing) {
                if (auto summary = journal.entries().summary(id)) {
                    found.push_back(std::move(*summary));  // One that was removed meanwhile is not linked either.
                }
            }
            return found;
        },
        [this](Result<std::vector<EntrySummary>> found) {
            if (!editor_.active() || !found) {
                return;
            }
            std::vector<Row> shown(rows());
            for (EntrySummary& entry : *found) {
                const LinkRelation relation = relation_to(entry.id);
                if (relation != LinkRelations::None && !kind_of(entry.id)) {
                    shown.push_back(make_row(std::move(entry), relation));
                }
            }
            show(std::move(shown));
        });
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
        if (editor_.links().empty()) {
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
                if (relation_to(row.entry.id) != LinkRelations::None) {
                    shown.push_back(Row{row.entry, row.preview, row.relation});
                }
            }
            for (EntrySummary& entry : *found) {
                if (relation_to(entry.id) == LinkRelations::None && shown.size() < kMost) {
                    shown.push_back(make_row(std::move(entry)));
                }
            }
            show(std::move(shown));
        });
}

void SimilarEntries::forget() {
    ++question_;
    pause_.stop();
    dismissed_ = false;
    show({});
    emit chosenChanged();
    emit offeredChanged();
}

}  // namespace pennydrop::app
