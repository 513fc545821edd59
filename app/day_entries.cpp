// SPDX-License-Identifier: Apache-2.0
#include "day_entries.h"

#include <algorithm>
#include <utility>

namespace pennydrop::app {
namespace {

SearchQuery of_day(CivilDate day) {
    SearchQuery query;
    query.day = day;
    return query;
}

}  // namespace

DayEntries::DayEntries(JournalService& service, const Clock& clock, QObject* parent)
    : SearchRows(clock, parent), service_(service) {
    connect(&service, &JournalService::closing, this, [this] { show(std::nullopt); });
    connect(&service, &JournalService::entryAdded, this, &DayEntries::look_again);
    connect(&service, &JournalService::entryChanged, this, &DayEntries::look_again);
    connect(&service, &JournalService::entryRemoved, this, &DayEntries::look_again);
    connect(&service, &JournalService::entryRestored, this, &DayEntries::look_again);
}

void DayEntries::show(std::optional<CivilDate> day) {
    if (day == day_) {
        return;
    }
    day_ = day;
    ++question_;
    fetching_ = false;
    if (day_) {
        ask(true);
    } else {
        replace({});
        complete_ = true;
    }
}

bool DayEntries::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && count() > 0 && !complete_;
}

void DayEntries::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent) || fetching_ || !day_) {
        return;
    }
    fetching_ = true;
    service_.ask(
        this,
        [query = of_day(*day_), after = bound_](Journal& journal) {
            return journal.search().find(query, after, kPageSize);
        },
        [this, question = question_](Result<std::vector<SearchHit>> hits) {
            if (question != question_) {
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

void DayEntries::note_bound(const std::vector<SearchHit>& hits, std::size_t limit) {
    complete_ = hits.size() < limit;
    if (!hits.empty()) {
        bound_ = TimelinePosition::of(hits.back().entry);
    }
}

void DayEntries::look_again() {
    if (day_) {
        ask(false);
    }
}

void DayEntries::ask(bool anew) {
    ++question_;
    fetching_ = false;
    const std::size_t limit = anew ? kPageSize : std::max(kPageSize, count() + 1);
    service_.ask(
        this,
        [query = of_day(*day_), limit](Journal& journal) { return journal.search().find(query, std::nullopt, limit); },
        [this, question = question_, limit, anew](Result<std::vector<SearchHit>> hits) {
            if (question != question_) {
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
