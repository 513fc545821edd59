// SPDX-License-Identifier: Apache-2.0
#include "trend_entries.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace pennydrop::app {
namespace {

Result<std::vector<SearchHit>> behind(const TrendMark& mark, Journal& journal,
                                      const std::optional<TimelinePosition>& after, std::size_t limit) {
    auto entries = journal.trends().entries(mark, after, limit);
    if (!entries) {
        return pass_on(entries);
    }
    std::vector<SearchHit> hits;
    hits.reserve(entries->size());
    for (EntrySummary& entry : *entries) {
        hits.push_back({.entry = std::move(entry)});
    }
    return hits;
}

}  // namespace

TrendEntries::TrendEntries(JournalService& service, const Clock& clock, QObject* parent)
    : PagedEntries(service, clock, parent) {}

void TrendEntries::show(const std::optional<TrendMark>& mark) {
    if (!mark) {
        show_answer_to({});
        return;
    }
    show_answer_to([mark = *mark](Journal& journal, const std::optional<TimelinePosition>& after, std::size_t limit) {
        return behind(mark, journal, after, limit);
    });
}

}  // namespace pennydrop::app
