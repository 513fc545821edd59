// SPDX-License-Identifier: Apache-2.0
// A new passphrase after the recovery code was used.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FormPage {
    id: root

    objectName: "newPassphraseScreen"

    PennyMark {
        anchors.horizontalCenter: parent.horizontalCenter
    }

    Heading {
        width: parent.width
        display: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Choose a new passphrase")
    }

    Label {
        width: parent.width
        text: qsTr("The recovery code was right and every entry is there. From now on the new passphrase opens the "
                   + "journal; the old one no longer does. The recovery code stays as it is.")
        color: Theme.textSecondary
    }

    NewPassphraseForm {
        width: parent.width
        focus: true
        buttonText: qsTr("Use this passphrase")
        workingText: qsTr("Changing the passphrase")
        onChosen: passphrase => App.session.setNewPassphrase(passphrase)
    }
}
