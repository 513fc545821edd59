// SPDX-License-Identifier: Apache-2.0
// The present passphrase, before something is done to the journal's keys, or to all of it.
import QtQuick
import Pennydrop.Style

SheetForm {
    id: root

    required property string explanation
    required property string buttonText
    required property bool busy
    required property string problem
    property bool danger: false
    signal confirmed(string passphrase)

    function begin() {
        present.field.forceActiveFocus();
    }

    function clear() {
        present.clear();
    }

    function submit() {
        if (confirm.enabled) {
            root.confirmed(present.text);
        }
    }

    Component.onDestruction: present.clear()

    Label {
        width: parent.width
        text: root.explanation
    }

    PassphraseField {
        id: present

        width: parent.width
        focus: true
        fieldName: "presentPassphraseField"
        label: qsTr("Passphrase you use now")
        enabled: !root.busy
        error: root.problem !== ""
        onAccepted: root.submit()
    }

    Notice {
        objectName: "formNotice"
        width: parent.width
        text: root.problem
    }

    Button {
        id: confirm

        objectName: "confirmButton"
        width: parent.width
        highlighted: true
        danger: root.danger
        enabled: present.text !== "" && !root.busy
        working: root.busy
        text: root.buttonText
        onClicked: root.submit()
    }
}
