// SPDX-License-Identifier: Apache-2.0
// The present passphrase, then the new one with its strength.
import QtQuick
import Pennydrop.App

SheetForm {
    id: root

    heading: qsTr("Change the passphrase")

    function begin() {
        present.field.forceActiveFocus();
    }

    function clear() {
        present.clear();
        next.clear();
    }

    Component.onDestruction: root.clear()

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
