// SPDX-License-Identifier: Apache-2.0
// What is asked while writing.
import QtQuick
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
}
