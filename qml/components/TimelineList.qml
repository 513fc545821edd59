// SPDX-License-Identifier: Apache-2.0
// The timeline: every entry by day, the three kinds above it.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

EntryList {
    id: root

    // Let go before a lock empties it: Qt cancels rows it is still making by their number, and complains when the row is gone.
    model: App.timeline.ready ? App.timeline : null
    bottomMargin: Theme.space8
    Accessible.name: qsTr("Entries")
    section.property: "day"
    section.labelPositioning: ViewSection.InlineLabels | ViewSection.CurrentLabelAtStart
    // Qt 6.4 gives a heading that it uses again the new day as a property of its context; a required one keeps the old day.
    section.delegate: DayHeading {
        words: section // qmllint disable unqualified
    }
    delegate: TimelineRow {}
    header: JournalTop {}
}
