// SPDX-License-Identifier: Apache-2.0
// The way to the bin.
import QtQuick
import Pennydrop.Style

SettingsCard {
    id: root

    readonly property Item way: button
    signal asked

    heading: qsTr("Deleted entries")

    SettingsNote {
        text: qsTr("What you delete stays for a while, so that you can bring it back.")
    }

    SettingsButton {
        id: button

        objectName: "binButton"
        icon.source: Theme.iconSource("delete")
        text: qsTr("Look at deleted entries")
        onClicked: root.asked()
    }
}
