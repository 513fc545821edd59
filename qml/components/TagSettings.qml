// SPDX-License-Identifier: Apache-2.0
// The way to the tags.
import QtQuick
import Pennydrop.Style

SettingsCard {
    id: root

    signal asked

    heading: qsTr("Tags")

    Button {
        objectName: "tagsButton"
        width: Math.min(implicitWidth, parent.width)
        icon.source: Theme.iconSource("tag")
        text: qsTr("Rename, merge or remove tags")
        onClicked: root.asked()
    }
}
