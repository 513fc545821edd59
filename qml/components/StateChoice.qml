// SPDX-License-Identifier: Apache-2.0
// How a barrier stands, said with one press.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    readonly property bool inRow: width >= Theme.scaled(96) * 3

    objectName: "stateChoice"
    implicitHeight: row.implicitHeight + Theme.focusGap * 2
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.line
    border.color: Theme.hairline
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("How does it stand?")

    GridLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.focusGap
        columns: root.inRow ? 3 : 1
        rowSpacing: Theme.focusGap
        columnSpacing: Theme.focusGap

        StateSegment {
            objectName: "stateStuck"
            number: ReviewModel.Stuck
        }

        StateSegment {
            objectName: "stateMoving"
            number: ReviewModel.Moving
        }

        StateSegment {
            objectName: "stateCleared"
            number: ReviewModel.Cleared
        }
    }
}
