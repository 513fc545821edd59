// SPDX-License-Identifier: Apache-2.0
// What stands in a journal without entries: one example of each kind.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space2

    Label {
        width: parent.width
        topPadding: Theme.space6
        bottomPadding: Theme.space2
        text: qsTr("Nothing here yet. One sentence is enough to begin. Others write such things:")
        color: Theme.textSecondary
    }

    ExampleCard {
        width: parent.width
        kind: EntryKinds.Setback
        words: qsTr("The joint visit was cancelled at the door: two of us had different times in two calendars.")
        themeLabel: App.vocabulary.themeLabel("unclear")
    }

    ExampleCard {
        width: parent.width
        kind: EntryKinds.LightBulb
        words: qsTr("She asked what a good week looks like before she opened the form. The rest was easier.")
        themeLabel: App.vocabulary.themeLabel("users-first")
    }

    ExampleCard {
        width: parent.width
        kind: EntryKinds.Barrier
        words: qsTr("A taxi to the appointment needs four signatures. The appointment is before the third.")
        themeLabel: App.vocabulary.themeLabel("procedure")
    }
}
