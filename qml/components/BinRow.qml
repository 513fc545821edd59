// SPDX-License-Identifier: Apache-2.0
// A deleted entry: what it says, how long it stays, and the ways back and out.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    required property int index
    required property double entryId
    required property int kind
    required property string preview
    required property string day
    required property string time
    required property int mark
    required property string fate
    signal eraseAsked(double entryId, string words)

    width: parent ? parent.width : 0
    height: column.implicitHeight + Theme.space3 + Theme.space1
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.line
    border.color: Theme.hairline
    Accessible.role: Accessible.ListItem
    //: An entry in a list, read aloud. %1: kind, %2: day, %3: time, %4: the first lines of the entry.
    Accessible.name: qsTr("%1, %2, %3. %4").arg(App.vocabulary.kindLabel(kind)).arg(day).arg(time).arg(preview)
    Accessible.description: fate

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        anchors.topMargin: Theme.space3
        spacing: Theme.space2

        EntryCardContent {
            width: parent.width
            kind: root.kind
            day: root.day
            time: root.time
            themeLabel: ""
            levelLabel: ""
            words: root.preview
            marked: false
            mark: root.mark
            showDay: true
        }

        Label {
            objectName: "binFate" + root.index
            width: parent.width
            text: root.fate
            font.pixelSize: Theme.small
            color: Theme.textSecondary
            Accessible.ignored: true
        }

        Flow {
            x: -Theme.space3
            width: parent.width + Theme.space3
            spacing: Theme.space1

            Button {
                objectName: "restoreEntry" + root.index
                width: Math.min(implicitWidth, parent.width)
                flat: true
                enabled: !App.bin.busy
                icon.source: Theme.iconSource("undo")
                text: qsTr("Bring back")
                Accessible.description: root.preview
                onClicked: App.bin.restore(root.entryId)
            }

            Button {
                objectName: "eraseEntry" + root.index
                width: Math.min(implicitWidth, parent.width)
                flat: true
                danger: true
                enabled: !App.bin.busy
                icon.source: Theme.iconSource("delete")
                text: qsTr("Erase now")
                Accessible.description: root.preview
                onClicked: root.eraseAsked(root.entryId, root.preview)
            }
        }
    }
}
