// SPDX-License-Identifier: Apache-2.0
#include "day_entries.h"

#include <cstddef>

namespace pennydrop::app {

DayEntries::DayEntries(JournalService& service, const Clock& clock, QObject* parent)
    : PagedEntries(service, clock, parent) {
    connect(&service, &JournalService::closing, this, [this] { show(std::nullopt); });
}

void DayEntries::show(std::optional<CivilDate> day) {
    if (day == day_) {
        return;
    }
    day_ = day;
    if (!day) {
        show_answer_to({});
        return;
    }
    SearchQuery query;
    query.first_day = *day;
    query.last_day = *day;
    show_answer_to([query](Journal& journal, const std::optional<TimelinePosition>& after, std::size_t limit) {
        return journal.search().find(query, after, limit);
    });
}

}  // namespace pennydrop::app
