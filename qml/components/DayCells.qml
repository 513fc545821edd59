// SPDX-License-Identifier: Apache-2.0
// The weekdays and the days of a DayGrid.
import QtQuick

DayField {
    id: root

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
