// SPDX-License-Identifier: Apache-2.0
// Nothing waits: what will come here one day, by an example.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space3

    Heading {
        objectName: "reviewEmpty"
        width: parent.width
        topPadding: Theme.space4
        text: qsTr("Nothing waits for another look")
    }

    Label {
        width: parent.width
        bottomPadding: Theme.space3
        color: Theme.textSecondary
        text: qsTr("Setbacks and barriers come back here after a while, with one question. So do decisions for now, and what you "
                   + "wrote on this day in earlier years. What you do not look at goes by itself. For example:")
    }

    ExampleCard {
        width: parent.width
        kind: EntryKinds.Setback
        words: qsTr("The joint visit was cancelled at the door: two of us had different times in two calendars.")
        themeLabel: qsTr("A month later: what have you tried since, and what happened?")
    }
}
