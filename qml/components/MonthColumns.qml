// SPDX-License-Identifier: Apache-2.0
// Kinds by month: a line for each kind, with a bar for each month. All bars have one scale.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Item {
    id: root

    readonly property alias spoken: field.spoken
    readonly property int barHeight: Theme.touchSize
    readonly property int laneHeight: Theme.space2 + Theme.scaled(Theme.space4 * 2 + Theme.space2) + barHeight

    implicitHeight: lanes.height + letters.height + Theme.space1

    Column {
        id: lanes

        anchors.left: parent.left
        anchors.right: parent.right

        KindLane {
            height: root.laneHeight
            kind: EntryKinds.Setback
        }

        KindLane {
            height: root.laneHeight
            kind: EntryKinds.LightBulb
        }

        KindLane {
            height: root.laneHeight
            kind: EntryKinds.Barrier
        }
    }

    MonthField {
        id: field

        objectName: "monthMarks"
        anchors.fill: lanes
        marks: App.trends.kinds.marks
        columns: 12
        lines: 3
        barHeight: root.barHeight
        name: qsTr("Kinds by month")
        mark: MonthMark {}
    }

    Row {
        id: letters

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: lanes.bottom
        anchors.topMargin: Theme.space1

        Repeater {
            model: App.trends.monthLetters

            MonthLetter {}
        }
    }
}
