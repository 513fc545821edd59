// SPDX-License-Identifier: Apache-2.0
// An example of a chart. It can be read, not pressed.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    readonly property string words: qsTr("9 barriers by how they stand: stuck 4, moving 2, cleared 3.")

    implicitHeight: page.implicitHeight + Theme.space4 * 2
    radius: Theme.radius
    color: "transparent"
    border.width: Theme.line
    border.color: Theme.hairline

    Accessible.role: Accessible.StaticText
    //: %1: what an example of a chart says
    Accessible.name: qsTr("Example of a chart: %1").arg(root.words)

    Column {
        id: page

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space4
        spacing: Theme.space3

        Label {
            width: parent.width
            text: qsTr("Example")
            font.pixelSize: Theme.small
            color: Theme.textSecondary
            Accessible.ignored: true
        }

        Label {
            width: parent.width
            text: root.words
            Accessible.ignored: true
        }

        TrendBar {
            width: parent.width
            label: App.lifeWords.markLabel(EntryMarks.Stuck)
            number: "4"
            share: 0.44
            sign: EntryMarks.Stuck
            ink: Theme.barrier
        }

        TrendBar {
            width: parent.width
            label: App.lifeWords.markLabel(EntryMarks.Moving)
            number: "2"
            share: 0.22
            sign: EntryMarks.Moving
            ink: Theme.barrier
        }

        TrendBar {
            width: parent.width
            label: App.lifeWords.markLabel(EntryMarks.Cleared)
            number: "3"
            share: 0.33
            sign: EntryMarks.Cleared
            ink: Theme.barrier
        }
    }
}
