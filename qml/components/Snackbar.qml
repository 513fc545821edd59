// SPDX-License-Identifier: Apache-2.0
// What was just done, and the way to take it back.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    readonly property bool wanted: App.removal.message !== ""

    objectName: "snackbar"
    visible: opacity > 0
    opacity: wanted ? 1 : 0
    implicitHeight: row.implicitHeight + Theme.space2
    radius: Theme.radius
    color: Theme.inverse

    Accessible.role: Accessible.AlertMessage
    Accessible.name: App.removal.message
    Accessible.ignored: !wanted

    // Nobody should have to hurry to a button that goes away.
    Binding {
        target: App.removal
        property: "held"
        value: root.wanted && (hover.hovered || undo.activeFocus || dismiss.activeFocus)
    }

    HoverHandler {
        id: hover
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.normal
        }
    }

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space1
        spacing: Theme.space2

        Label {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            Layout.bottomMargin: Theme.space2
            text: App.removal.message
            font.pixelSize: Theme.label
            color: Theme.inverseInk
            Accessible.ignored: true
        }

        SnackbarButton {
            id: undo

            objectName: "undoButton"
            visible: App.removal.pending
            text: qsTr("Undo")
            onClicked: App.removal.undo()
        }

        SnackbarButton {
            id: dismiss

            objectName: "dismissButton"
            visible: !App.removal.pending && root.wanted
            text: qsTr("Close")
            onClicked: App.removal.dismiss()
        }
    }
}
