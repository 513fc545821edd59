// SPDX-License-Identifier: Apache-2.0
// One gentle question about words of blame, there to be taken or waved away.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    signal answered
    signal dismissed

    implicitHeight: column.implicitHeight + Theme.space1 * 2
    radius: Theme.radius
    color: Theme.raised
    border.width: Theme.line
    border.color: Theme.hairline

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
                objectName: "blameText"
                Layout.fillWidth: true
                text: App.blame.question
                font.family: Theme.bookFamily
            }

            ToolButton {
                objectName: "dismissBlameButton"
                text: qsTr("Not for this entry")
                icon.source: Theme.iconSource("close")
                iconSize: Theme.iconSmall
                ink: Theme.textSecondary
                onClicked: root.dismissed()
            }
        }

        Button {
            objectName: "answerBlameButton"
            Layout.leftMargin: -Theme.space3
            flat: true
            //: Puts the question above into the text, to be answered there.
            text: qsTr("Answer it")
            onClicked: root.answered()
        }
    }
}
