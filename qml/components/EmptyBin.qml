// SPDX-License-Identifier: Apache-2.0
// Nothing is deleted.
import QtQuick
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space2

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        icon: "delete"
        size: Theme.iconLarge
        color: Theme.textSecondary
    }

    Heading {
        width: parent.width
        topPadding: Theme.space2
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Nothing here")
    }

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        color: Theme.textSecondary
        text: qsTr("An entry that you delete comes here first, with its notes and files.")
    }
}
