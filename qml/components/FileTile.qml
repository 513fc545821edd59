// SPDX-License-Identifier: Apache-2.0
// A photo or file: its thumbnail, its name, its size, and a menu. A press shows a picture large, and opens the menu of any
// other file.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pennydrop.Style

T.Button {
    id: root

    required property int index
    required property double fileId
    required property string name
    required property string size
    required property bool picture
    required property var thumbnail // a QImage, which QML has no name for
    signal lookAsked
    signal copyAsked
    signal deleteAsked

    objectName: "fileTile" + index
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space2
    hoverEnabled: true
    //: A picture that is kept with an entry, read aloud. %1: its file's name, %2: its size
    Accessible.name: picture ? qsTr("Picture: %1, %2").arg(name).arg(size)
                               //: A file that is kept with an entry, read aloud. %1: its name, %2: its size
                             : qsTr("File: %1, %2").arg(name).arg(size)
    Accessible.onPressAction: root.clicked()
    onClicked: {
        if (root.picture) {
            root.lookAsked();
        } else {
            menu.clicked();
        }
    }

    contentItem: RowLayout {
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

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        border.width: Theme.line
        border.color: Theme.hairline

        FocusRing {
            shown: root.visualFocus
            gap: -Theme.strongLine
        }
    }
}
