// SPDX-License-Identifier: Apache-2.0
// The way to the tags.
import QtQuick
import Pennydrop.Style

SettingsCard {
    id: root

    readonly property Item way: button
    signal asked

    heading: qsTr("Tags")

    SettingsNote {
        text: qsTr("A tag goes by one name in every entry that carries it.")
    }

    SettingsButton {
        id: button

        objectName: "tagsButton"
        icon.source: Theme.iconSource("tag")
        text: qsTr("Rename, merge or remove tags")
        onClicked: root.asked()
    }
}
