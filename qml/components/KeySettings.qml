// SPDX-License-Identifier: Apache-2.0
// What opens the journal: another passphrase, another recovery code.
import QtQuick
import Pennydrop.App

SettingsCard {
    id: root

    heading: qsTr("Passphrase and recovery code")

    Notice {
        objectName: "keysNotice"
        width: parent.width
        danger: false
        text: App.keys.failed ? "" : App.keys.message
    }

    SettingsNote {
        text: qsTr("Copies made before, backups among them, go on opening with the passphrase they were made with.")
    }

    SettingsButton {
        objectName: "changePassphraseButton"
        text: qsTr("Change the passphrase")
        onClicked: passphraseSheet.open()
    }

    Divider {}

    SettingsNote {
        text: qsTr("The recovery code you have now stops working as soon as there is a new one.")
    }

    SettingsButton {
        objectName: "renewRecoveryButton"
        text: qsTr("Make a new recovery code")
        onClicked: recoverySheet.open()
    }

    Divider {
        visible: !App.session.sample
    }

    SettingsNote {
        visible: !App.session.sample
        text: qsTr("For when somebody may have had both a copy of the file and its passphrase or recovery code.")
    }

    SettingsButton {
        objectName: "sealAnewButton"
        visible: !App.session.sample
        text: qsTr("Encrypt the journal anew")
        onClicked: sealSheet.open()
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
        busy: App.keys.busy
        problem: App.keys.failed ? App.keys.message : ""
        onForgotten: App.keys.forgetMessage()
        onConfirmed: passphrase => App.keys.renewRecoveryCode(passphrase)
    }

    ConfirmSheet {
        id: sealSheet

        objectName: "sealSheet"
        heading: qsTr("Encrypt the journal anew")
        explanation: qsTr("Everything is encrypted with a new key. Your passphrase stays; you get a new recovery code, and devices that open the journal without the passphrase must be set up again. Change the passphrase first if it may be known. Copies made before keep the old key.")
        buttonText: qsTr("Encrypt anew")
        busy: App.keys.busy
        problem: App.keys.failed ? App.keys.message : ""
        onForgotten: App.keys.forgetMessage()
        onConfirmed: passphrase => App.keys.sealAnew(passphrase)
    }

    Connections {
        target: App.keys

        function onDone() {
            recoverySheet.close();
            sealSheet.close();
        }
    }
}
