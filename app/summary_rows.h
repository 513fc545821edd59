// SPDX-License-Identifier: Apache-2.0
// A short list of other entries: what they say, when, how far they have come, and how the entry in hand belongs to
// them.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

#include "civil_time.h"
#include "journal/entry_store.h"
#include "link_relation.h"
#include "row_changes.h"

namespace pennydrop::app {

// The base by its whole name: the type registrar of Qt 6.4 finds no other.
class SummaryRows : public pennydrop::app::ChangingRows {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { EntryIdRole = Qt::UserRole + 1, KindRole, PreviewRole, DayRole, MarkRole, RelationRole };

    ~SummaryRows() override;

    [[nodiscard]] int count() const noexcept { return static_cast<int>(rows_.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

protected:
    struct Row {
        EntrySummary entry{};  ///< Without its preview.
        QString preview{};
        LinkRelation relation{LinkRelations::None};
    };

    /// `clock` must outlive it.
    explicit SummaryRows(const Clock& clock, QObject* parent);

    [[nodiscard]] static Row make_row(EntrySummary entry, LinkRelation relation = LinkRelations::None);
    /// Rows are the same when entry and relation are.
    void show(std::vector<Row> rows);
    void set_relation(EntryId other, LinkRelation relation);
    [[nodiscard]] const std::vector<Row>& rows() const noexcept { return rows_; }
    [[nodiscard]] std::optional<EntryKind> kind_of(EntryId other) const;

private:
    static void wipe_row(Row& row) noexcept;

    CalendarWatch calendar_;
    std::vector<Row> rows_;
};

}  // namespace pennydrop::app
