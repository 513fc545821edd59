// SPDX-License-Identifier: Apache-2.0
// The tags that are set, a field for more, and those of the journal that begin as typed.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SheetForm {
    id: root

    heading: qsTr("Tags")

    function begin() {
        field.forceActiveFocus();
    }

    function add() {
        if (App.tagChoice.typed.trim() === "") {
            root.closeAsked();
        } else {
            App.tagChoice.addTyped();
            field.forceActiveFocus();
        }
    }

    // What had the keyboard may be gone.
    Connections {
        target: App.editor.details

        function onTagsChanged() {
            if (root.visible && field.visible) {
                field.forceActiveFocus();
            }
        }
    }

    Flow {
        width: parent.width
        visible: App.editor.details.tagCount > 0
        spacing: Theme.space1

        Repeater {
            model: App.editor.details.tags

            TagChip {}
        }
    }

    Column {
        width: parent.width
        visible: !App.editor.details.tagsFull
        spacing: Theme.space2

        TextField {
            id: field

            objectName: "tagField"
            width: parent.width
            focus: true
            placeholderText: qsTr("New tag")
            maximumLength: 120
            inputMethodHints: Qt.ImhSensitiveData
            onTextChanged: App.tagChoice.typed = text
            onAccepted: root.add()

            Connections {
                target: App.tagChoice

                function onTypedChanged() {
                    if (field.text !== App.tagChoice.typed) {
                        field.text = App.tagChoice.typed;
                    }
                }
            }
        }

        Button {
            objectName: "addTagButton"
            width: parent.width
            enabled: App.tagChoice.fresh !== ""
            text: qsTr("Add")
            onClicked: root.add()
        }
    }

    Label {
        width: parent.width
        visible: App.editor.details.tagsFull
        text: qsTr("That is as many as one entry can have.")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    Flow {
        width: parent.width
        visible: App.tagChoice.count > 0 && !App.editor.details.tagsFull
        spacing: Theme.space1

        Repeater {
            model: App.tagChoice

            OfferedTag {}
        }
    }
}
