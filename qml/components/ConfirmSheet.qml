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
    signal confirmed(string passphrase)

    onAboutToHide: {
        present.clear();
        App.keys.forgetMessage();
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
            enabled: !App.keys.busy
            error: App.keys.failed
            onAccepted: confirm.clicked()
        }

        Notice {
            width: parent.width
            text: App.keys.failed ? App.keys.message : ""
        }

        Button {
            id: confirm

            objectName: "confirmButton"
            width: parent.width
            highlighted: true
            enabled: present.text !== "" && !App.keys.busy
            working: App.keys.busy
            text: root.buttonText
            onClicked: root.confirmed(present.text)
        }
    }

    Connections {
        target: App.keys

        function onDone() {
            root.close();
        }
    }
}
