// SPDX-License-Identifier: Apache-2.0
// Asks for the present passphrase before something is done to the journal's keys.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Sheet {
    id: root

    required property string heading
    required property string explanation
    required property string buttonText
    property bool busy: App.keys.busy
    property string problem: App.keys.failed ? App.keys.message : ""
    signal confirmed(string passphrase)
    signal forgotten

    onAboutToHide: {
        present.clear();
        root.forgotten();
    }

    contentItem: SheetForm {
        heading: root.heading
        onCloseAsked: root.close()

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
            onAccepted: confirm.clicked()
        }

        Notice {
            width: parent.width
            text: root.problem
        }

        Button {
            id: confirm

            objectName: "confirmButton"
            width: parent.width
            highlighted: true
            enabled: present.text !== "" && !root.busy
            working: root.busy
            text: root.buttonText
            onClicked: root.confirmed(present.text)
        }
    }
}
