// SPDX-License-Identifier: Apache-2.0
// What a search shows before it was asked anything, when it found nothing, and when it failed.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    readonly property bool failed: App.search.message !== ""

    spacing: Theme.space2

    Notice {
        objectName: "searchFailure"
        width: parent.width
        text: App.search.message
    }

    Icon {
        visible: !root.failed
        anchors.horizontalCenter: parent.horizontalCenter
        icon: "search"
        size: Theme.iconLarge
        color: Theme.textSecondary
    }

    Heading {
        visible: !root.failed
        width: parent.width
        topPadding: Theme.space2
        horizontalAlignment: Text.AlignHCenter
        text: App.search.active ? qsTr("Nothing found") : qsTr("Every word you wrote")
    }

    Label {
        visible: !root.failed
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        color: Theme.textSecondary
        text: App.search.active
              ? qsTr("No entry has all of this. Fewer words or no filter find more.")
              : qsTr("The beginning of a word is enough: “hand” finds handover. "
                     + "The chips narrow it to a kind, a theme, a time, and more.")
    }
}
