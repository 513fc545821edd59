// SPDX-License-Identifier: Apache-2.0
// The days of a month in rows of a week. One stop of Tab: the arrow keys move by day and week, Page Up and Page Down by
// month, Home and End to the ends of the week; Return and the space bar choose.
import QtQuick
import Pennydrop.App

FocusScope {
    id: root

    objectName: "monthDays"
    implicitHeight: grid.implicitHeight
    Accessible.role: Accessible.Grouping
    //: The days of a month to choose from, as a screen reader names them together. %1: the month ("November 2026")
    Accessible.name: qsTr("Days of %1").arg(App.whenChoice.monthLabel)

    function dayAt(row: int): DayCell {
        return days.itemAt(row) as DayCell;
    }

    function give(row: int, reason: int) {
        const cell = root.dayAt(row);
        if (cell) {
            cell.forceActiveFocus(reason);
        }
    }

    Keys.onLeftPressed: App.whenChoice.moveDays(LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: App.whenChoice.moveDays(LayoutMirroring.enabled ? -1 : 1)
    Keys.onUpPressed: App.whenChoice.moveDays(-7)
    Keys.onDownPressed: App.whenChoice.moveDays(7)
    Keys.onReturnPressed: App.whenChoice.choose(App.whenChoice.currentRow)
    Keys.onEnterPressed: App.whenChoice.choose(App.whenChoice.currentRow)
    Keys.onPressed: event => {
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_PageUp:
            App.whenChoice.previousMonth();
            break;
        case Qt.Key_PageDown:
            App.whenChoice.nextMonth();
            break;
        case Qt.Key_Home:
            App.whenChoice.moveToWeekStart();
            break;
        case Qt.Key_End:
            App.whenChoice.moveToWeekEnd();
            break;
        default:
            event.accepted = false;
        }
    }

    // The keyboard goes with the current day, as a screen reader follows it.
    Connections {
        target: App.whenChoice

        function onCurrentChanged() {
            if (root.activeFocus) {
                root.give(App.whenChoice.currentRow, Qt.TabFocusReason);
            }
        }
    }

    Grid {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        columns: 7

        Repeater {
            model: App.whenChoice.weekdays

            WeekdayCell {}
        }

        Repeater {
            id: days

            model: App.whenChoice

            DayCell {}
        }
    }
}
