// SPDX-License-Identifier: Apache-2.0
#include "trend_rows.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace pennydrop::app {
namespace {

/// The one kind that was counted; 0 where there are several or none.
int only_kind(const DayCounts& counts) {
    const std::int64_t all = counts.all();
    if (all == 0) {
        return 0;
    }
    if (counts.setbacks == all) {
        return static_cast<int>(EntryKind::kSetback);
    }
    if (counts.light_bulbs == all) {
        return static_cast<int>(EntryKind::kLightBulb);
    }
    return counts.barriers == all ? static_cast<int>(EntryKind::kBarrier) : 0;
}

/// How far a point lies outside a span; 0 within it.
double outside(double point, double begin, double end) {
    return std::max({begin - point, point - end, 0.0});
}

}  // namespace

void TrendRows::show(std::vector<TrendRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    emit countChanged();
}

void TrendRows::choose(int row) {
    if (has(row) && at(row).mark) {
        // A copy: what listens may show other rows.
        const TrendRow wanted = at(row);
        emit chosen(wanted);
    }
}

int TrendRows::before(int row) const {
    return in_order(row, -1);
}

int TrendRows::after(int row) const {
    return in_order(row, 1);
}

int TrendRows::above(int row) const {
    return in_another_line(row, -1);
}

int TrendRows::below(int row) const {
    return in_another_line(row, 1);
}

int TrendRows::in_order(int row, int step) const {
    return has(row + step) ? row + step : row;
}

int TrendRows::in_another_line(int row, int step) const {
    if (!has(row)) {
        return row;
    }
    int best = row;
    for (int other = row + step; has(other); other += step) {
        if (at(other).line == at(row).line) {
            continue;
        }
        if (best != row && at(other).line != at(best).line) {
            break;
        }
        if (best == row || std::abs(at(other).column - at(row).column) < std::abs(at(best).column - at(row).column)) {
            best = other;
        }
    }
    return best;
}

int TrendRows::nearest(double x, double y, double cellWidth, double cellHeight, double reach) const {
    int best = -1;
    double least = 0;
    for (int row = 0; row < count(); ++row) {
        const double left = at(row).column * cellWidth;
        const double top = at(row).line * cellHeight;
        if (std::hypot(outside(x, left, left + cellWidth), outside(y, top, top + cellHeight)) > reach) {
            continue;
        }
        const double distance = std::hypot(x - left - cellWidth / 2, y - top - cellHeight / 2);
        if (best < 0 || distance < least) {
            best = row;
            least = distance;
        }
    }
    return best;
}

int TrendRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant TrendRows::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const TrendRow& row = at(index.row());
    switch (role) {
        case Qt::DisplayRole:
        case LabelRole:
            return row.label;
        case ValueRole:
            return row.value;
        case SpokenRole:
            //: A mark of a chart as it is read aloud. %1: what it is ("March"), %2: what was counted ("2 setbacks")
            return tr("%1: %2").arg(row.label, row.value);
        case NumberRole:
            return QLocale().toString(static_cast<qlonglong>(row.number));
        case ShareRole:
            return row.share;
        case SignRole:
            return static_cast<int>(row.sign);
        case KindRole:
            return only_kind(row.counts);
        case ColumnRole:
            return row.column;
        case LineRole:
            return row.line;
        case UsableRole:
            return row.mark.has_value();
        case SetbacksRole:
            return row.counts.setbacks > 0;
        case LightBulbsRole:
            return row.counts.light_bulbs > 0;
        case BarriersRole:
            return row.counts.barriers > 0;
        default:
            return {};
    }
}

QHash<int, QByteArray> TrendRows::roleNames() const {
    return {{LabelRole, "label"},         {ValueRole, "value"},          {SpokenRole, "spoken"},
            {NumberRole, "number"},       {ShareRole, "share"},          {SignRole, "sign"},
            {KindRole, "kind"},           {ColumnRole, "column"},        {LineRole, "line"},
            {UsableRole, "usable"},       {SetbacksRole, "hasSetbacks"}, {LightBulbsRole, "hasLightBulbs"},
            {BarriersRole, "hasBarriers"}};
}

}  // namespace pennydrop::app
