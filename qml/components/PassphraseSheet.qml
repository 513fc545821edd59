// SPDX-License-Identifier: Apache-2.0
// Another passphrase for the open journal: the present one first, then the new one with its strength.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Sheet {
    id: root

    objectName: "passphraseSheet"

    onAboutToHide: {
        present.clear();
        next.clear();
        App.keys.forgetMessage();
    }

    contentItem: SheetForm {
        heading: qsTr("Change the passphrase")
        onCloseAsked: root.close()

        PassphraseField {
            id: present

            width: parent.width
            focus: true
            fieldName: "presentPassphraseField"
            label: qsTr("Passphrase you use now")
            enabled: !App.keys.busy
            error: App.keys.failed
            onAccepted: next.forceActiveFocus()
        }

        NewPassphraseForm {
            id: next

            width: parent.width
            label: qsTr("New passphrase")
            againLabel: qsTr("The new passphrase again")
            busy: App.keys.busy
            message: App.keys.failed ? App.keys.message : ""
            buttonText: qsTr("Change the passphrase")
            workingText: qsTr("Changing the passphrase")
            onChosen: passphrase => App.keys.changePassphrase(present.text, passphrase)
        }
    }

    Connections {
        target: App.keys

        function onDone() {
            root.close();
        }
    }
}
