// SPDX-License-Identifier: Apache-2.0
// The marks of a chart, or the rows of its table: what each is called, what was counted of it, and which entries it
// stands for. Marks stand at a place in columns and lines, so that arrow keys and fingers find them.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

#include "entry_marks.h"
#include "journal/month_view.h"
#include "journal/trend_queries.h"

namespace pennydrop::app {

struct TrendRow {
    QString label{};         ///< "March", "Blame", "Saturday 14 November 2026"
    QString value{};         ///< "2 setbacks, 1 light bulb", "5 entries"
    QString title{};         ///< Above its entries: "Blame, 2026".
    std::int64_t number{0};  ///< Of entries.
    double share{0};         ///< Of the largest number in the chart: 0 to 1.
    EntryMarks::Mark sign{EntryMarks::None};
    DayCounts counts{};  ///< Where kinds are told apart.
    int column{0};
    int line{0};
    std::optional<TrendMark> mark{};  ///< Nothing: there are no entries to show.
};

// Not final: the QML engine derives from what it can create.
class TrendRows : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use App.trends")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role {
        LabelRole = Qt::UserRole + 1,
        ValueRole,
        SpokenRole,
        NumberRole,
        ShareRole,
        SignRole,
        KindRole,
        ColumnRole,
        LineRole,
        UsableRole,
        SetbacksRole,
        LightBulbsRole,
        BarriersRole
    };

    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<TrendRow> rows);
    [[nodiscard]] int count() const noexcept { return static_cast<int>(rows_.size()); }

    /// Asks for the entries of a row, if it has some.
    Q_INVOKABLE void choose(int row);
    /// The row of the mark that lies next from that of `row`: before or after it in its line and those beyond, or in
    /// the nearest line above or below that has one, there as near as possible. `row` itself where there is none.
    Q_INVOKABLE [[nodiscard]] int before(int row) const;
    Q_INVOKABLE [[nodiscard]] int after(int row) const;
    Q_INVOKABLE [[nodiscard]] int above(int row) const;
    Q_INVOKABLE [[nodiscard]] int below(int row) const;
    /// The mark whose cell's middle is nearest to a point; -1 when the point is farther than `reach` from every cell.
    Q_INVOKABLE [[nodiscard]] int nearest(double x, double y, double cellWidth, double cellHeight, double reach) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void chosen(const pennydrop::app::TrendRow& row);

private:
    [[nodiscard]] bool has(int row) const { return row >= 0 && row < count(); }
    [[nodiscard]] const TrendRow& at(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int in_order(int row, int step) const;
    [[nodiscard]] int in_another_line(int row, int step) const;

    std::vector<TrendRow> rows_{};
};

}  // namespace pennydrop::app
