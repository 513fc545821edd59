// SPDX-License-Identifier: Apache-2.0
// The year as a calendar of dots: a line for each month, a column for each day of the month.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Item {
    id: root

    readonly property alias spoken: field.spoken

    implicitHeight: numbers.height + lanes.lineHeight * 12

    Item {
        id: numbers

        anchors.left: lanes.left
        anchors.right: parent.right
        anchors.leftMargin: lanes.nameWidth
        height: Theme.scaled(Theme.space4 + Theme.space1)

        Repeater {
            model: [1, 10, 20, 31]

            DayNumber {}
        }
    }

    YearLanes {
        id: lanes

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: numbers.bottom

        Repeater {
            model: App.trends.monthNames

            YearLane {}
        }
    }

    MarkField {
        id: field

        objectName: "dayMarks"
        anchors.left: lanes.left
        anchors.right: lanes.right
        anchors.top: lanes.top
        anchors.leftMargin: lanes.nameWidth
        height: lanes.height
        marks: App.trends.days.marks
        columns: 31
        lines: 12
        name: qsTr("Days with entries")
        mark: DayMark {}
    }
}
