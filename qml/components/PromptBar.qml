// SPDX-License-Identifier: Apache-2.0
// One question at a time, there to be taken, exchanged or left alone.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    signal taken
    signal closeAsked

    implicitHeight: column.implicitHeight + Theme.space3 + Theme.space1
    radius: Theme.radius
    color: Theme.primaryTint

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space1
        anchors.topMargin: Theme.space1
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            Label {
                Layout.fillWidth: true
                text: App.editor.prompt
                font.family: Theme.bookFamily
            }

            ToolButton {
                objectName: "closePromptButton"
                text: qsTr("No question now")
                icon.source: Theme.iconSource("close")
                iconSize: Theme.iconSmall
                ink: Theme.textSecondary
                onClicked: root.closeAsked()
            }
        }

        Flow {
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.space3
            spacing: Theme.space1

            Button {
                objectName: "takePromptButton"
                flat: true
                //: Puts the question above into the text, to be answered there.
                text: qsTr("Answer it")
                onClicked: root.taken()
            }

            Button {
                objectName: "nextPromptButton"
                flat: true
                text: qsTr("Another question")
                onClicked: App.editor.nextPrompt()
            }
        }
    }
}
