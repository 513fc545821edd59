// SPDX-License-Identifier: Apache-2.0
// What stays here, and the passphrase of a new journal.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FormPage {
    id: root

    objectName: "firstRunScreen"

    PennyMark {
        anchors.horizontalCenter: parent.horizontalCenter
    }

    Heading {
        width: parent.width
        display: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("A journal of your own")
        bottomPadding: Theme.space2
    }

    PromiseLine {
        width: parent.width
        icon: "device"
        text: qsTr("What you write stays on this device. There is no account and no network.")
    }

    PromiseLine {
        width: parent.width
        icon: "lock"
        text: qsTr("It is encrypted with your passphrase. Nobody else can read it, and nor can we.")
    }

    PromiseLine {
        width: parent.width
        icon: "key"
        text: qsTr("Next you get a recovery code. It is the only other way in.")
    }

    Item {
        width: parent.width
        height: Theme.space1
    }

    NewPassphraseForm {
        width: parent.width
        focus: true
        //: Button of the first run: makes the journal with the passphrase above.
        buttonText: qsTr("Make my journal")
        workingText: qsTr("Making your journal")
        onChosen: passphrase => App.session.createJournal(passphrase)
    }

    Button {
        objectName: "restoreButton"
        width: parent.width
        flat: true
        enabled: !App.session.busy
        text: qsTr("I have a backup of a journal")
        onClicked: App.rescue.begin(Rescue.Restore)
    }
}
