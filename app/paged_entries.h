// SPDX-License-Identifier: Apache-2.0
// The entries that a question to the journal finds, newest first, in pages; kept up to date while they are shown.
// Threads: GUI thread. An answer to an older question is dropped.
#pragma once

#include <QtQml/qqmlregistration.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "base/result.h"
#include "journal_service.h"
#include "search_rows.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class PagedEntries : public pennydrop::app::SearchRows {
    Q_OBJECT
    QML_ANONYMOUS

public:
    static constexpr std::size_t kPageSize = 50;

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    /// The journal could not be read.
    void failed();

protected:
    /// Up to so many entries after a position, from the top when there is none. Runs on the worker's thread.
    using Question =
        std::function<Result<std::vector<SearchHit>>(Journal&, const std::optional<TimelinePosition>&, std::size_t)>;

    /// `service` and `clock` must outlive it.
    PagedEntries(JournalService& service, const Clock& clock, QObject* parent);

    /// What was shown goes once the answer is there; where there is no question, at once.
    void show_answer_to(Question question);

private:
    void look_again();
    void ask(bool anew);
    void note_bound(const std::vector<SearchHit>& hits, std::size_t limit);

    JournalService& service_;
    Question question_{};
    std::optional<TimelinePosition> bound_{};  ///< The last one read: a view may ask for more while rows come in.
    std::uint64_t asked_{0};
    bool complete_{true};
    bool fetching_{false};
};

}  // namespace pennydrop::app
