// SPDX-License-Identifier: Apache-2.0
// A deleted file of an entry that is still there.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    required property int index
    required property double fileId
    required property string name
    required property string size
    required property string spoken
    required property string fate
    signal eraseAsked(double fileId, string name)

    width: parent ? parent.width : 0
    height: column.implicitHeight + Theme.space3 + Theme.space1
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.line
    border.color: Theme.hairline
    Accessible.role: Accessible.ListItem
    Accessible.name: spoken
    Accessible.description: fate

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        anchors.topMargin: Theme.space3
        spacing: Theme.space1

        Label {
            width: parent.width
            text: root.name
            Accessible.ignored: true
        }

        Label {
            width: parent.width
            //: Of a deleted file. %1: its size, %2: how long it stays
            text: qsTr("%1 · %2").arg(root.size).arg(root.fate)
            font.pixelSize: Theme.small
            color: Theme.textSecondary
            Accessible.ignored: true
        }

        Flow {
            x: -Theme.space3
            width: parent.width + Theme.space3
            spacing: Theme.space1

            Button {
                objectName: "restoreFile" + root.index
                width: Math.min(implicitWidth, parent.width)
                flat: true
                enabled: !App.bin.busy
                icon.source: Theme.iconSource("undo")
                text: qsTr("Bring back")
                Accessible.description: root.name
                onClicked: App.bin.restoreFile(root.fileId)
            }

            Button {
                objectName: "eraseFile" + root.index
                width: Math.min(implicitWidth, parent.width)
                flat: true
                danger: true
                enabled: !App.bin.busy
                text: qsTr("Erase now")
                Accessible.description: root.name
                onClicked: root.eraseAsked(root.fileId, root.name)
            }
        }
    }
}
