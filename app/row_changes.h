// SPDX-License-Identifier: Apache-2.0
// Rows that changed, told to a view one by one, so that what stays keeps its place on the screen and its keyboard
// focus.
// Threads: GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace pennydrop::app {

/// A list model whose rows can be replaced by fresh ones.
class ChangingRows : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS

protected:
    using QAbstractListModel::QAbstractListModel;

    /// `rows` becomes `fresh`. Rows are the same when `key` gives the same of both; `leaving` is called with each that
    /// goes or is replaced. For short lists: the work grows with the square of their length.
    template <typename Row, typename Key, typename Leaving>
    void change_rows(std::vector<Row>& rows, std::vector<Row> fresh, Key key, Leaving leaving) {
        const auto is_in = [&key](const std::vector<Row>& list, const Row& wanted) {
            return std::ranges::any_of(list, [&](const Row& row) { return key(row) == key(wanted); });
        };
        for (std::size_t at = rows.size(); at-- > 0;) {
            if (!is_in(fresh, rows[at])) {
                remove_row(rows, at, leaving);
            }
        }
        for (std::size_t at = 0; at < fresh.size(); ++at) {
            const auto old = std::ranges::find_if(rows, [&](const Row& row) { return key(row) == key(fresh[at]); });
            if (old != rows.end() && static_cast<std::size_t>(old - rows.begin()) != at) {
                remove_row(rows, static_cast<std::size_t>(old - rows.begin()), leaving);  // It has moved.
            }
            const int row = static_cast<int>(at);
            if (at < rows.size() && key(rows[at]) == key(fresh[at])) {
                leaving(rows[at]);
                rows[at] = std::move(fresh[at]);
                emit dataChanged(index(row), index(row));
            } else {
                beginInsertRows({}, row, row);
                rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), std::move(fresh[at]));
                endInsertRows();
            }
        }
    }

private:
    template <typename Row, typename Leaving>
    void remove_row(std::vector<Row>& rows, std::size_t at, Leaving leaving) {
        beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
        leaving(rows[at]);
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
        endRemoveRows();
    }
};

}  // namespace pennydrop::app
