// SPDX-License-Identifier: Apache-2.0
// What is asked while writing.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    readonly property Item way: button
    signal asked

    heading: qsTr("Questions")

    SettingsNote {
        text: qsTr("While you write, one question at a time waits below the text.")
    }

    SettingsButton {
        id: button

        objectName: "questionsButton"
        icon.source: Theme.iconSource("question")
        text: qsTr("Choose the questions")
        onClicked: root.asked()
    }

    Divider {
        visible: App.blame.available
    }

    Switch {
        objectName: "blameSwitch"
        width: parent.width
        visible: App.blame.available
        text: qsTr("Ask a gentle question when my words sound like blame")
        checked: App.settings.blameQuestion
        onToggled: App.settings.blameQuestion = checked
    }

    SettingsNote {
        visible: App.blame.available
        text: qsTr("A list of words on this device finds them. Nothing is blocked, counted or kept.")
    }
}
