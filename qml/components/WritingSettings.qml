// SPDX-License-Identifier: Apache-2.0
// What is asked while writing.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    signal asked

    heading: qsTr("Writing")

    Button {
        objectName: "questionsButton"
        width: Math.min(implicitWidth, parent.width)
        icon.source: Theme.iconSource("question")
        text: qsTr("Choose the questions")
        onClicked: root.asked()
    }

    Switch {
        objectName: "blameSwitch"
        width: parent.width
        visible: App.blame.available
        text: qsTr("Ask a gentle question when my words sound like blame")
        checked: App.settings.blameQuestion
        onToggled: App.settings.blameQuestion = checked
    }

    Label {
        width: parent.width
        visible: App.blame.available
        text: qsTr("A list of words on this device finds them. Nothing is blocked, counted or kept.")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }
}
