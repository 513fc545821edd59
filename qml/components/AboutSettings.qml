// SPDX-License-Identifier: Apache-2.0
// Which program this is, where the journal lies, and what never happens.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    heading: qsTr("About")

    Label {
        width: parent.width
        //: %1: version number
        text: qsTr("Pennydrop %1").arg(App.settings.version)
    }

    Label {
        width: parent.width
        text: qsTr("Your journal is this file:")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    Label {
        objectName: "journalPath"
        width: parent.width
        text: App.session.journalPath
        font.pixelSize: Theme.label
        wrapMode: Text.WrapAnywhere
    }

    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    Heading {
        width: parent.width
        text: qsTr("What never happens")
        font.pixelSize: Theme.body
    }

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
