// SPDX-License-Identifier: Apache-2.0
// What a search shows before it was asked anything, and when it found nothing.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space2

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        icon: "search"
        size: Theme.iconLarge
        color: Theme.textSecondary
    }

    Heading {
        width: parent.width
        topPadding: Theme.space2
        horizontalAlignment: Text.AlignHCenter
        text: App.search.active ? qsTr("Nothing found") : qsTr("Every word you wrote")
    }

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        color: Theme.textSecondary
        text: App.search.active
              ? qsTr("No entry has all of this. Fewer words or no filter find more.")
              : qsTr("The beginning of a word is enough: “hand” finds handover. "
                     + "The chips narrow it to a kind, a theme or a time.")
    }
}
