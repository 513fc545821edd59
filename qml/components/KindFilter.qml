// SPDX-License-Identifier: Apache-2.0
// Which kind of entry is looked for.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FilterChip {
    id: root

    name: "kindFilter"
    about: qsTr("Kind")
    filled: App.search.kind !== 0
    iconSource: filled ? Theme.kindIcon(App.search.kind) : ""
    accent: filled ? Theme.kindColour(App.search.kind) : Theme.primary
    text: filled ? App.vocabulary.kindLabel(App.search.kind) : qsTr("Any kind")
    spoken: qsTr("Kind: %1").arg(text)
    onClicked: menu.open()
    onCleared: App.search.kind = 0

    Menu {
        id: menu

        y: root.height
        modal: true

        MenuChoice {
            objectName: "filterAnyKind"
            chosen: App.search.kind === 0
            text: qsTr("Any kind")
            onTriggered: App.search.kind = 0
        }

        MenuChoice {
            objectName: "filterSetback"
            chosen: App.search.kind === EntryKinds.Setback
            text: App.vocabulary.kindLabel(EntryKinds.Setback)
            icon.source: Theme.kindIcon(EntryKinds.Setback)
            onTriggered: App.search.kind = EntryKinds.Setback
        }

        MenuChoice {
            objectName: "filterLightBulb"
            chosen: App.search.kind === EntryKinds.LightBulb
            text: App.vocabulary.kindLabel(EntryKinds.LightBulb)
            icon.source: Theme.kindIcon(EntryKinds.LightBulb)
            onTriggered: App.search.kind = EntryKinds.LightBulb
        }

        MenuChoice {
            objectName: "filterBarrier"
            chosen: App.search.kind === EntryKinds.Barrier
            text: App.vocabulary.kindLabel(EntryKinds.Barrier)
            icon.source: Theme.kindIcon(EntryKinds.Barrier)
            onTriggered: App.search.kind = EntryKinds.Barrier
        }
    }
}
