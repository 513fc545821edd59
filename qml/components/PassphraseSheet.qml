// SPDX-License-Identifier: Apache-2.0
// Another passphrase for the open journal.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    objectName: "passphraseSheet"

    onOpened: (contentItem as PassphraseChangeForm).begin()
    onAboutToHide: {
        (contentItem as PassphraseChangeForm).clear();
        if (App.keys.failed) {
            App.keys.forgetMessage();
        }
    }

    contentItem: PassphraseChangeForm {
        onCloseAsked: root.close()
    }

    Connections {
        target: App.keys

        function onDone() {
            root.close();
        }
    }
}
