// SPDX-License-Identifier: Apache-2.0
// The entries behind a mark of a trend, newest first, in pages.
// Threads: GUI thread. An answer about another mark is dropped.
#pragma once

#include <QtQml/qqmlregistration.h>

#include <optional>

#include "base/types.h"
#include "journal/trend_queries.h"
#include "journal_service.h"
#include "paged_entries.h"

namespace pennydrop::app {

class TrendEntries final : public pennydrop::app::PagedEntries {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.trends.entries")

public:
    /// `service` and `clock` must outlive it.
    TrendEntries(JournalService& service, const Clock& clock, QObject* parent = nullptr);

    /// Nothing: no entries.
    void show(const std::optional<TrendMark>& mark);
};

}  // namespace pennydrop::app
