// SPDX-License-Identifier: Apache-2.0
// The days of a month in rows of a week. One stop of Tab: the arrow keys move by day and week, Page Up and Page Down by
// month, Home and End to the ends of the week; Return and the space bar choose. A swipe leads to another month.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    required property MonthGrid grid
    signal chosen

    objectName: "dayGrid"
    implicitHeight: cells.implicitHeight
    Accessible.role: Accessible.Grouping
    //: The days of a month to choose from, as a screen reader names them together. %1: the month ("November 2026")
    Accessible.name: qsTr("Days of %1").arg(root.grid.monthLabel)

    function give(row: int) {
        const cell = cells.dayAt(row);
        if (cell) {
            cell.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    function chooseCurrent() {
        root.grid.choose(root.grid.currentRow);
        root.chosen();
    }

    Keys.onLeftPressed: root.grid.moveDays(LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: root.grid.moveDays(LayoutMirroring.enabled ? -1 : 1)
    Keys.onUpPressed: root.grid.moveDays(-7)
    Keys.onDownPressed: root.grid.moveDays(7)
    Keys.onReturnPressed: root.chooseCurrent()
    Keys.onEnterPressed: root.chooseCurrent()
    Keys.onPressed: event => {
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_PageUp:
            root.grid.previousMonth();
            break;
        case Qt.Key_PageDown:
            root.grid.nextMonth();
            break;
        case Qt.Key_Home:
            root.grid.moveToWeekStart();
            break;
        case Qt.Key_End:
            root.grid.moveToWeekEnd();
            break;
        default:
            event.accepted = false;
        }
    }

    // The keyboard goes with the current day, as a screen reader follows it.
    Connections {
        target: root.grid

        function onCurrentChanged() {
            if (root.activeFocus) {
                root.give(root.grid.currentRow);
            }
        }
    }

    DragHandler {
        id: swipe

        property real way: 0

        target: null
        yAxis.enabled: false
        onActiveTranslationChanged: {
            if (active) {
                way = activeTranslation.x;
            }
        }
        onActiveChanged: {
            if (active) {
                return;
            }
            const ahead = root.LayoutMirroring.enabled ? way : -way;
            way = 0;
            if (ahead > Theme.touchSize) {
                root.grid.nextMonth();
            } else if (ahead < -Theme.touchSize) {
                root.grid.previousMonth();
            }
        }
    }

    DayCells {
        id: cells

        anchors.left: parent.left
        anchors.right: parent.right
        grid: root.grid
        onPicked: row => {
            root.grid.choose(row);
            root.chosen();
        }
    }
}
