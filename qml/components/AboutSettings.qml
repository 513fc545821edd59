// SPDX-License-Identifier: Apache-2.0
// Which program this is, where the journal lies, and what never happens.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space8

    SettingsCard {
        width: parent.width
        //: %1: version number
        heading: qsTr("Pennydrop %1").arg(App.settings.version)

        SettingsNote {
            text: qsTr("Your journal is this file:")
        }

        Label {
            objectName: "journalPath"
            width: parent.width
            text: App.session.journalPath
            font.pixelSize: Theme.label
            wrapMode: Text.Wrap
        }
    }

    SettingsCard {
        width: parent.width
        heading: qsTr("What never happens")

        PromiseLine {
            width: parent.width
            icon: "lock"
            text: qsTr("Nothing you write, not even a draft, is stored unencrypted.")
        }

        PromiseLine {
            width: parent.width
            icon: "device"
            text: qsTr("No account, no statistics about you, no check for updates. The program opens no network connection.")
        }

        PromiseLine {
            width: parent.width
            icon: "eye-off"
            text: qsTr("The title of the window and notifications never show an entry.")
        }
    }
}
