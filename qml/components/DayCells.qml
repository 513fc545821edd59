// SPDX-License-Identifier: Apache-2.0
// The weekdays and the days of a DayGrid.
import QtQuick
import Pennydrop.App

Grid {
    id: root

    required property MonthGrid grid
    signal picked(int row)

    columns: 7

    function dayAt(row: int): Item {
        return days.itemAt(row);
    }

    Repeater {
        model: root.grid.weekdays

        WeekdayCell {}
    }

    Repeater {
        id: days

        model: root.grid

        GridDay {}
    }
}
