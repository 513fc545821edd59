// SPDX-License-Identifier: Apache-2.0
// The entries of one day, newest first, in pages.
// Threads: GUI thread. An answer about another day is dropped.
#pragma once

#include <QtQml/qqmlregistration.h>

#include <optional>

#include "base/types.h"
#include "journal_service.h"
#include "paged_entries.h"

namespace pennydrop::app {

class DayEntries final : public pennydrop::app::PagedEntries {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.calendar.entries")

public:
    /// `service` and `clock` must outlive it.
    DayEntries(JournalService& service, const Clock& clock, QObject* parent = nullptr);

    /// What was shown goes once the entries of the day are there; of no day, at once.
    void show(std::optional<CivilDate> day);

private:
    std::optional<CivilDate> day_{};
};

}  // namespace pennydrop::app
