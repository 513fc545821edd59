// SPDX-License-Identifier: Apache-2.0
// The name of a tag, and what may be done with it. What cannot be undone asks once more.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SheetForm {
    id: root

    property int entries: 0
    property bool removing: false
    readonly property bool merging: App.tags.twin !== "" && !removing
    signal renamed(string name)
    signal merged
    signal removed

    heading: qsTr("Tag")

    function begin(entries: int) {
        root.entries = entries;
        root.removing = false;
    }

    function enter() {
        field.forceActiveFocus();
        field.selectAll();
    }

    function submit() {
        if (save.enabled && save.visible) {
            root.renamed(field.text);
        }
    }

    TextField {
        id: field

        objectName: "tagField"
        width: parent.width
        focus: true
        enabled: !root.removing
        maximumLength: 240
        inputMethodHints: Qt.ImhSensitiveData
        Accessible.name: qsTr("Name of the tag")
        Component.onCompleted: text = App.tagName.text
        onTextEdited: App.tags.forgetTwin()
        onTextChanged: App.tagName.text = text
        onAccepted: root.submit()

        Connections {
            target: App.tagName

            function onTextChanged() {
                if (field.text !== App.tagName.text) {
                    field.text = App.tagName.text;
                }
            }
        }
    }

    Notice {
        objectName: "tagTrouble"
        width: parent.width
        text: App.tags.message
    }

    Label {
        objectName: "mergeText"
        width: parent.width
        visible: root.merging
        //: %1: the name of a tag
        text: qsTr("There is a tag “%1” already. Merge the two? Whatever carries one of them carries “%1” then. "
                   + "This cannot be undone.").arg(App.tags.twin)
    }

    Label {
        objectName: "removeText"
        width: parent.width
        visible: root.removing
        text: qsTr("The tag is taken off every entry that carries it. The entries stay. This cannot be undone.")
    }

    Button {
        id: save

        objectName: "saveTagButton"
        width: parent.width
        visible: !root.merging && !root.removing
        highlighted: true
        enabled: field.text.trim() !== "" && !App.tags.busy
        text: qsTr("Save")
        onClicked: root.submit()
    }

    Button {
        objectName: "mergeTagButton"
        width: parent.width
        visible: root.merging
        highlighted: true
        enabled: !App.tags.busy
        text: qsTr("Merge")
        onClicked: root.merged()
    }

    Button {
        objectName: "keepBothButton"
        width: parent.width
        visible: root.merging
        flat: true
        text: qsTr("Keep both")
        onClicked: root.closeAsked()
    }

    Button {
        id: remove

        objectName: "removeTagButton"
        width: parent.width
        visible: !root.merging && !root.removing
        flat: true
        danger: true
        text: qsTr("Remove this tag")
        onClicked: {
            root.removing = true;
            keep.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Button {
        objectName: "confirmRemoveButton"
        width: parent.width
        visible: root.removing
        highlighted: true
        danger: true
        enabled: !App.tags.busy
        text: qsTr("Remove")
        onClicked: root.removed()
    }

    Button {
        id: keep

        objectName: "keepTagButton"
        width: parent.width
        visible: root.removing
        flat: true
        text: qsTr("Keep it")
        onClicked: root.closeAsked()
    }
}
