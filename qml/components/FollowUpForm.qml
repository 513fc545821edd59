// SPDX-License-Identifier: Apache-2.0
// Writing what one sees now, or what a setback taught. It is saved at each pause.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    function begin() {
        field.forceActiveFocus();
    }

    implicitHeight: column.implicitHeight + Theme.space4 * 2
    radius: Theme.radius
    color: Theme.primaryTint

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space4
        spacing: Theme.space3

        Label {
            width: parent.width
            text: App.life.writer.title
            font.family: Theme.bookFamily
        }

        NoteField {
            id: field

            objectName: "followUpField"
            width: parent.width
            readOnly: App.life.writer.busy
            words: App.life.writer.text
            Accessible.name: App.life.writer.title
            onTyped: words => App.life.writer.text = words
            Keys.onPressed: event => {
                event.accepted = (event.modifiers & Qt.ControlModifier) !== 0
                        && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter);
                if (event.accepted) {
                    App.life.writer.finish();
                }
            }
        }

        Notice {
            objectName: "followUpTrouble"
            width: parent.width
            text: App.life.writer.message
        }

        Flow {
            width: parent.width
            spacing: Theme.space2

            Button {
                objectName: "followUpDoneButton"
                highlighted: true
                enabled: !App.life.writer.busy
                text: qsTr("Done")
                onClicked: App.life.writer.finish()
            }

            Button {
                objectName: "followUpDiscardButton"
                flat: true
                enabled: !App.life.writer.busy
                text: App.life.writer.isNew ? qsTr("Throw this away") : qsTr("Throw these changes away")
                onClicked: App.life.writer.discard()
            }

            Label {
                objectName: "followUpSaved"
                height: Theme.touchSize
                verticalAlignment: Text.AlignVCenter
                visible: App.life.writer.saved && App.life.writer.message === ""
                text: qsTr("Saved")
                font.pixelSize: Theme.small
                color: Theme.textSecondary
            }
        }
    }
}
