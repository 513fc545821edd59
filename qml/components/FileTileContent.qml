// SPDX-License-Identifier: Apache-2.0
// What a FileTile shows.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

RowLayout {
    id: root

    required property int index
    required property string name
    required property string size
    required property bool picture
    required property var thumbnail
    signal copyAsked
    signal deleteAsked

    function openMenu() {
        menu.clicked();
    }

    spacing: Theme.space3

    Rectangle {
        Layout.preferredWidth: Theme.mark
        Layout.preferredHeight: Theme.mark
        radius: Theme.radiusSmall
        color: Theme.primaryTint

        Icon {
            anchors.centerIn: parent
            visible: !root.picture
            icon: "file"
            color: Theme.primary
        }

        Picture {
            anchors.fill: parent
            crops: true
            image: root.thumbnail
        }
    }

    Column {
        id: column

        Layout.fillWidth: true

        Label {
            width: column.width
            text: root.name
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            font.pixelSize: Theme.label
            Accessible.ignored: true
        }

        Label {
            width: column.width
            text: root.size
            font.pixelSize: Theme.small
            color: Theme.textSecondary
            Accessible.ignored: true
        }
    }

    RowMenu {
        id: menu

        objectName: "fileMenu" + root.index
        //: The menu of a photo or file. %1: its name
        text: qsTr("More about: %1").arg(root.name)

        MenuItem {
            objectName: "copyFile"
            icon.source: Theme.iconSource("save")
            text: qsTr("Save a copy")
            onTriggered: root.copyAsked()
        }

        MenuItem {
            objectName: "deleteFile"
            danger: true
            icon.source: Theme.iconSource("delete")
            text: qsTr("Delete")
            onTriggered: root.deleteAsked()
        }
    }
}
