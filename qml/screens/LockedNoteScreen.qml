// SPDX-License-Identifier: Apache-2.0
// One entry while the journal is locked. It is sealed when it is done, and cannot be read back before unlocking.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    objectName: "lockedNoteScreen"

    Keys.onEscapePressed: App.lockedNote.leave()

    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        onActivated: App.lockedNote.leave()
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        canGoBack: true
        title: qsTr("Write")
        onBack: App.lockedNote.leave()
    }

    Column {
        id: page

        anchors.top: header.bottom
        anchors.topMargin: Theme.space2
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(Theme.column, parent.width - Theme.space4 * 2)
        spacing: Theme.space3

        KindSwitch {
            width: parent.width
            kind: App.lockedNote.kind
            onChosen: kind => App.lockedNote.kind = kind
        }

        Label {
            width: parent.width
            text: qsTr("What you write here is sealed. It cannot be read again before you unlock the journal.")
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }

        EndNotice {
            width: parent.width
        }

        Notice {
            objectName: "lockedNoteNotice"
            width: parent.width
            danger: App.lockedNote.failed
            text: App.lockedNote.message
        }

        Button {
            objectName: "lockedNoteStepBackButton"
            width: parent.width
            visible: App.lockedNote.failed
            text: qsTr("Keep it and go to the lock screen")
            onClicked: App.lockedNote.stepBack()
        }
    }

    Flickable {
        id: scroller

        anchors.top: page.bottom
        anchors.topMargin: Theme.space3
        anchors.bottom: done.top
        anchors.bottomMargin: Theme.space3
        anchors.left: page.left
        anchors.right: page.right
        contentWidth: width
        contentHeight: Math.max(height, field.implicitHeight)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        TextArea {
            id: field

            objectName: "lockedNoteText"
            width: scroller.width
            height: scroller.contentHeight
            plain: true
            focus: true
            readOnly: App.lockedNote.busy
            placeholderText: qsTr("What happened?")
            Accessible.name: qsTr("What you write")
            onTextChanged: App.lockedNote.text = text
        }
    }

    Connections {
        target: App.lockedNote

        function onTextChanged() {
            if (App.lockedNote.text === "" && field.text !== "") {
                field.clear();
            }
        }
    }

    Component.onCompleted: {
        field.text = App.lockedNote.text;
        field.forceActiveFocus();
    }

    Button {
        id: done

        objectName: "lockedNoteDoneButton"
        anchors.left: page.left
        anchors.right: page.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space4
        highlighted: true
        working: App.lockedNote.busy
        enabled: !App.lockedNote.busy
        text: qsTr("Done")
        onClicked: App.lockedNote.leave()
    }
}
