// SPDX-License-Identifier: Apache-2.0
#include "summary_rows.h"

#include <algorithm>
#include <utility>

#include "entry_marks.h"
#include "labels.h"
#include "plain_text.h"
#include "private_text.h"

namespace pennydrop::app {

SummaryRows::SummaryRows(const Clock& clock, QObject* parent) : ChangingRows(parent), calendar_(clock) {
    connect(&calendar_, &CalendarWatch::changed, this, [this] {
        if (!rows_.empty()) {
            emit dataChanged(index(0), index(count() - 1), {DayRole});
        }
    });
}

SummaryRows::~SummaryRows() {
    for (Row& row : rows_) {
        wipe_row(row);
    }
}

int SummaryRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant SummaryRows::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case EntryIdRole:
            return QVariant::fromValue<qint64>(row.entry.id.value);
        case KindRole:
            return static_cast<int>(row.entry.kind);
        case Qt::DisplayRole:
        case PreviewRole:
            return row.preview;
        case DayRole:
            return Labels::day(row.entry.occurred.date(), calendar_.today());
        case MarkRole:
            return static_cast<int>(mark_of(row.entry));
        case RelationRole:
            return static_cast<int>(row.relation);
        default:
            return {};
    }
}

QHash<int, QByteArray> SummaryRows::roleNames() const {
    return {{EntryIdRole, "entryId"}, {KindRole, "kind"}, {PreviewRole, "preview"},
            {DayRole, "day"},         {MarkRole, "mark"}, {RelationRole, "relation"}};
}

SummaryRows::Row SummaryRows::make_row(EntrySummary entry, LinkRelation relation) {
    QString preview =
        single_line(QString::fromUtf8(entry.preview.data(), static_cast<qsizetype>(entry.preview.size())));
    wipe(entry.preview);
    return Row{std::move(entry), std::move(preview), relation};
}

void SummaryRows::show(std::vector<Row> rows) {
    const int before = count();
    calendar_.look();
    change_rows(rows_, std::move(rows), [](const Row& row) { return std::pair{row.entry.id, row.relation}; }, wipe_row);
    if (count() != before) {
        emit countChanged();
    }
}

void SummaryRows::set_relation(EntryId other, LinkRelation relation) {
    const auto found = std::ranges::find(rows_, other, [](const Row& row) { return row.entry.id; });
    if (found != rows_.end() && found->relation != relation) {
        found->relation = relation;
        const QModelIndex changed = index(static_cast<int>(found - rows_.begin()));
        emit dataChanged(changed, changed, {RelationRole});
    }
}

std::optional<EntryKind> SummaryRows::kind_of(EntryId other) const {
    const auto found = std::ranges::find(rows_, other, [](const Row& row) { return row.entry.id; });
    return found == rows_.end() ? std::nullopt : std::optional(found->entry.kind);
}

void SummaryRows::wipe_row(Row& row) noexcept {
    wipe(row.preview);
}

}  // namespace pennydrop::app
