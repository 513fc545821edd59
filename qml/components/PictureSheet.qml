// SPDX-License-Identifier: Apache-2.0
// A picture as large as the window. It is there while it is looked at and no longer.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

Popup {
    id: root

    parent: T.Overlay.overlay
    modal: true
    focus: true
    margins: 0
    padding: Theme.space2
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    onOpened: heading.forceActiveFocus()
    onClosed: App.life.viewer.close()

    Connections {
        target: App.life.viewer

        function onChanged() {
            if (!App.life.viewer.shown) {
                root.close();
            }
        }
    }

    contentItem: FocusScope {
        SheetHeading {
            id: heading

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            focus: true
            text: App.life.viewer.name
            onCloseAsked: App.life.viewer.close()
        }

        Picture {
            objectName: "largePicture"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: heading.bottom
            anchors.bottom: parent.bottom
            anchors.margins: Theme.space2
            image: App.life.viewer.picture
            Accessible.role: Accessible.Graphic
            //: A picture shown large, read aloud. %1: its file's name
            Accessible.name: qsTr("Picture: %1").arg(App.life.viewer.name)
        }

        BusyIndicator {
            anchors.centerIn: parent
            running: App.life.viewer.busy
        }

        Notice {
            objectName: "pictureTrouble"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: heading.bottom
            text: App.life.viewer.message
        }
    }
}
