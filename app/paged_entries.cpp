// SPDX-License-Identifier: Apache-2.0
#include "paged_entries.h"

#include <algorithm>
#include <utility>

namespace pennydrop::app {

PagedEntries::PagedEntries(JournalService& service, const Clock& clock, QObject* parent)
    : SearchRows(clock, parent), service_(service) {
    connect(&service, &JournalService::entryAdded, this, &PagedEntries::look_again);
    connect(&service, &JournalService::entryChanged, this, &PagedEntries::look_again);
    connect(&service, &JournalService::entryRemoved, this, &PagedEntries::look_again);
    connect(&service, &JournalService::entryRestored, this, &PagedEntries::look_again);
}

void PagedEntries::show_answer_to(Question question) {
    question_ = std::move(question);
    ++asked_;
    fetching_ = false;
    if (question_) {
        ask(true);
    } else {
        replace({});
        complete_ = true;
    }
}

bool PagedEntries::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && count() > 0 && !complete_;
}

void PagedEntries::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent) || fetching_ || !question_) {
        return;
    }
    fetching_ = true;
    service_.ask(
        this, [question = question_, after = bound_](Journal& journal) { return question(journal, after, kPageSize); },
        [this, asked = asked_](Result<std::vector<SearchHit>> hits) {
            if (asked != asked_) {
                return;
            }
            fetching_ = false;
            if (!hits) {
                emit failed();
                return;
            }
            note_bound(*hits, kPageSize);
            append(std::move(*hits));
        });
}

void PagedEntries::note_bound(const std::vector<SearchHit>& hits, std::size_t limit) {
    complete_ = hits.size() < limit;
    if (!hits.empty()) {
        bound_ = TimelinePosition::of(hits.back().entry);
    }
}

void PagedEntries::look_again() {
    if (question_) {
        ask(false);
    }
}

void PagedEntries::ask(bool anew) {
    ++asked_;
    fetching_ = false;
    const std::size_t limit = anew ? kPageSize : std::max(kPageSize, count() + 1);
    service_.ask(
        this, [question = question_, limit](Journal& journal) { return question(journal, std::nullopt, limit); },
        [this, asked = asked_, limit, anew](Result<std::vector<SearchHit>> hits) {
            if (asked != asked_) {
                return;
            }
            if (!hits) {
                emit failed();
                return;
            }
            look_at_calendar();
            note_bound(*hits, limit);
            if (anew) {
                replace(std::move(*hits));
            } else {
                update(std::move(*hits));
            }
        });
}

}  // namespace pennydrop::app
