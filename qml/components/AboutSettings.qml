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
        objectName: "supportCard"
        width: parent.width
        heading: qsTr("When it is heavy")

        SettingsNote {
            text: qsTr("Writing about something hard can stir it up before it helps. Every question may be skipped, and you may stop at any time.")
        }

        PromiseLine {
            width: parent.width
            icon: "link"
            text: qsTr("Talk to somebody you trust: a colleague, a supervisor, a friend.")
        }

        PromiseLine {
            width: parent.width
            icon: "question"
            text: qsTr("Ask at work for occupational health, staff counselling, a chaplain or your union. Professional bodies and doctors have services in confidence.")
        }

        PromiseLine {
            width: parent.width
            icon: "warning"
            text: qsTr("If you or somebody else may come to harm, call your country's emergency number or a crisis line now. Pennydrop cannot call for you, and tells nobody what you write.")
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
