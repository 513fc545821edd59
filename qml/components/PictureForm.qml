// SPDX-License-Identifier: Apache-2.0
// A picture with its name above it.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    signal closeAsked

    SheetHeading {
        id: heading

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        focus: true
        text: App.life.viewer.name
        onCloseAsked: root.closeAsked()
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
