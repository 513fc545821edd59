// SPDX-License-Identifier: Apache-2.0
// What opens the journal: another passphrase, another recovery code.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    heading: qsTr("Passphrase and recovery code")

    Notice {
        objectName: "keysNotice"
        width: parent.width
        danger: false
        text: App.keys.failed ? "" : App.keys.message
    }

    Button {
        objectName: "changePassphraseButton"
        width: parent.width
        text: qsTr("Change the passphrase")
        onClicked: passphraseSheet.open()
    }

    Button {
        objectName: "renewRecoveryButton"
        width: parent.width
        text: qsTr("Make a new recovery code")
        onClicked: recoverySheet.open()
    }

    Label {
        width: parent.width
        text: qsTr("The recovery code you have now stops working as soon as there is a new one.")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    PassphraseSheet {
        id: passphraseSheet
    }

    ConfirmSheet {
        id: recoverySheet

        objectName: "recoverySheet"
        heading: qsTr("Make a new recovery code")
        explanation: qsTr("The code you wrote down or printed stops working. The new one is shown next; have paper at hand.")
        buttonText: qsTr("Make a new code")
        onConfirmed: passphrase => App.keys.renewRecoveryCode(passphrase)
    }
}
