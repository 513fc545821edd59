// SPDX-License-Identifier: Apache-2.0
// Erasing the whole journal, for who knows its passphrase.
import QtQuick
import Pennydrop.App

SettingsCard {
    id: root

    heading: qsTr("Erase the whole journal")

    SettingsNote {
        text: qsTr("Every entry, draft and file of this journal goes, and its key. Nobody can bring it back. Backups stay where they are; you are told which there are.")
    }

    SettingsButton {
        objectName: "eraseJournalButton"
        danger: true
        text: qsTr("Erase the whole journal")
        onClicked: sheet.open()
    }

    ConfirmSheet {
        id: sheet

        objectName: "eraseJournalSheet"
        heading: qsTr("Erase the whole journal")
        explanation: qsTr("This cannot be undone. Type your passphrase once more if you want the whole journal gone.")
        buttonText: qsTr("Erase everything")
        danger: true
        busy: App.erasure.busy
        problem: App.erasure.problem
        onForgotten: App.erasure.forgetProblem()
        onConfirmed: passphrase => App.erasure.erase(passphrase)
    }
}
