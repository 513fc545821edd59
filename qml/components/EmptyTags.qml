// SPDX-License-Identifier: Apache-2.0
// A journal without tags: what they are for.
import QtQuick
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space2

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        icon: "tag"
        size: Theme.iconLarge
        color: Theme.textSecondary
    }

    Heading {
        width: parent.width
        topPadding: Theme.space2
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("No tags yet")
    }

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        color: Theme.textSecondary
        text: qsTr("A tag is a word of your own for what belongs together, such as “discharge” or “night shift”. You give it to an "
                   + "entry while you write, and find all of them by it.")
    }
}
