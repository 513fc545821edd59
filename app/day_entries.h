// SPDX-License-Identifier: Apache-2.0
// The entries of one day, newest first, in pages.
// Threads: GUI thread. An answer about another day is dropped.
#pragma once

#include <QtQml/qqmlregistration.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "base/types.h"
#include "journal_service.h"
#include "search_rows.h"

namespace pennydrop::app {

class DayEntries final : public pennydrop::app::SearchRows {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.calendar.entries")

public:
    static constexpr std::size_t kPageSize = 50;

    /// `service` and `clock` must outlive it.
    DayEntries(JournalService& service, const Clock& clock, QObject* parent = nullptr);

    /// What was shown goes once the entries of the day are there; of no day, at once.
    void show(std::optional<CivilDate> day);

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    /// The journal could not be read.
    void failed();

private:
    void look_again();
    void ask(bool anew);
    void note_bound(const std::vector<SearchHit>& hits, std::size_t limit);

    JournalService& service_;
    std::optional<CivilDate> day_;
    std::optional<TimelinePosition> bound_;  ///< The last one read: a view may ask for more while rows come in.
    std::uint64_t question_{0};
    bool complete_{true};
    bool fetching_{false};
};

}  // namespace pennydrop::app
