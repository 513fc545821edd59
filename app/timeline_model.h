// SPDX-License-Identifier: Apache-2.0
// The journal from the newest entry to the oldest, read in pages as the list is scrolled, kept up to date row by row.
// Threads: GUI thread.
//
// What is loaded is a range: every entry newer than `bound_` (all of them once `complete_`). Answers come in the order
// the worker gave them, and each tells how things stood when it was given; so an answer about one entry puts it in its
// place when that lies in the range and takes it out otherwise, and a page extends the range from its bound. Nothing is
// asked for by row number, therefore an entry that comes or goes meanwhile leaves no gap and appears once.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QTimer>

#include <optional>
#include <vector>

#include "base/types.h"
#include "civil_time.h"
#include "journal/entry_store.h"
#include "journal_service.h"

namespace pennydrop::app {

class TimelineModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.timeline")
    Q_PROPERTY(int total READ total NOTIFY totalChanged FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY readyChanged FINAL)
    Q_PROPERTY(bool empty READ empty NOTIFY emptyChanged FINAL)
    Q_PROPERTY(QString message READ message NOTIFY messageChanged FINAL)

public:
    enum Role {
        EntryIdRole = Qt::UserRole + 1,
        KindRole,
        PreviewRole,
        DayRole,
        TimeRole,
        ThemeLabelRole,
        LevelLabelRole,
        MarkRole
    };

    static constexpr std::size_t kPageSize = 50;
    /// A view that asks for one of so many last rows will soon come to the end: the next page is read before it does.
    static constexpr std::size_t kReadAhead = kPageSize / 2;

    /// `service` and `clock` must outlive the model.
    TimelineModel(JournalService& service, const Clock& clock, QObject* parent = nullptr);

    /// All entries of the journal, loaded or not.
    [[nodiscard]] int total() const noexcept { return total_; }
    /// Whether the first page is there.
    [[nodiscard]] bool ready() const noexcept { return ready_; }
    /// Ready, and there is no entry.
    [[nodiscard]] bool empty() const noexcept { return ready_ && total_ == 0; }
    /// Why the list cannot be read (further); "" when all is well.
    [[nodiscard]] QString message() const { return message_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void totalChanged();
    void readyChanged();
    void emptyChanged();
    void messageChanged();

private:
    struct Row {
        EntrySummary entry;  ///< `entry.preview` is empty, it lives in `preview`.
        QString preview;

        [[nodiscard]] TimelinePosition position() const noexcept { return TimelinePosition::of(entry); }
    };

    [[nodiscard]] static Row make_row(EntrySummary entry);
    [[nodiscard]] std::optional<std::size_t> row_of(EntryId id) const;
    [[nodiscard]] std::size_t place_of(const TimelinePosition& position) const;

    void open();
    void forget();
    void ask_for_page();
    void take_page(std::vector<EntrySummary> page);
    void look_at(EntryId id);
    void place(EntrySummary entry);
    void move_row(std::size_t from, Row row);
    void drop(EntryId id);
    void drop_all(const std::vector<EntrySummary>& page);
    void set_total(std::int64_t total);
    void set_ready(bool ready);
    void set_message(const QString& message);
    void refresh_labels();

    JournalService& service_;
    CalendarWatch calendar_;
    QTimer* near_the_end_;  ///< Runs out when the view has what it asked for.
    std::vector<Row> rows_;
    std::optional<TimelinePosition> bound_;  ///< The last position of the pages read so far.
    bool complete_{false};
    bool fetching_{false};
    bool ready_{false};
    int total_{0};
    QString message_;
};

}  // namespace pennydrop::app
