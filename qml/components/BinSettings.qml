// SPDX-License-Identifier: Apache-2.0
// The way to the bin.
import QtQuick
import Pennydrop.Style

SettingsCard {
    id: root

    signal asked

    heading: qsTr("Deleted entries")

    Label {
        width: parent.width
        text: qsTr("What you delete stays for a while, so that you can bring it back.")
        color: Theme.textSecondary
    }

    Button {
        objectName: "binButton"
        width: Math.min(implicitWidth, parent.width)
        icon.source: Theme.iconSource("delete")
        text: qsTr("Look at deleted entries")
        onClicked: root.asked()
    }
}
