// SPDX-License-Identifier: Apache-2.0
// The filters of a search as chips: kind, theme, time.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Flow {
    id: root

    readonly property bool any: App.search.kind !== 0 || App.search.themeCode !== ""
                                || App.search.period !== SearchModel.AnyTime

    spacing: Theme.space1

    function periodText(period: int): string {
        switch (period) {
        case SearchModel.PastWeek:
            return qsTr("Past week");
        case SearchModel.PastMonth:
            return qsTr("Past month");
        case SearchModel.PastYear:
            return qsTr("Past year");
        default:
            return qsTr("Any time");
        }
    }

    Chip {
        id: kindChip

        objectName: "kindFilter"
        width: Math.min(implicitWidth, root.width)
        filled: App.search.kind !== 0
        icon.source: filled ? Theme.kindIcon(App.search.kind) : ""
        accent: filled ? Theme.kindColour(App.search.kind) : Theme.primary
        text: filled ? App.vocabulary.kindLabel(App.search.kind) : qsTr("Any kind")
        Accessible.name: qsTr("Kind: %1").arg(text)
        onClicked: kindMenu.open()

        Menu {
            id: kindMenu

            y: kindChip.height
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

    Chip {
        objectName: "themeFilter"
        width: Math.min(implicitWidth, root.width)
        filled: App.search.themeCode !== ""
        text: filled ? App.vocabulary.themeLabel(App.search.themeCode) : qsTr("Any theme")
        Accessible.name: qsTr("Theme: %1").arg(text)
        onClicked: themeSheet.open()
    }

    Chip {
        id: periodChip

        objectName: "periodFilter"
        width: Math.min(implicitWidth, root.width)
        filled: App.search.period !== SearchModel.AnyTime
        text: root.periodText(App.search.period)
        Accessible.name: qsTr("Time: %1").arg(text)
        onClicked: periodMenu.open()

        Menu {
            id: periodMenu

            y: periodChip.height
            modal: true

            MenuChoice {
                objectName: "filterAnyTime"
                chosen: App.search.period === SearchModel.AnyTime
                text: root.periodText(SearchModel.AnyTime)
                onTriggered: App.search.period = SearchModel.AnyTime
            }

            MenuChoice {
                objectName: "filterWeek"
                chosen: App.search.period === SearchModel.PastWeek
                text: root.periodText(SearchModel.PastWeek)
                onTriggered: App.search.period = SearchModel.PastWeek
            }

            MenuChoice {
                objectName: "filterMonth"
                chosen: App.search.period === SearchModel.PastMonth
                text: root.periodText(SearchModel.PastMonth)
                onTriggered: App.search.period = SearchModel.PastMonth
            }

            MenuChoice {
                objectName: "filterYear"
                chosen: App.search.period === SearchModel.PastYear
                text: root.periodText(SearchModel.PastYear)
                onTriggered: App.search.period = SearchModel.PastYear
            }
        }
    }

    Button {
        objectName: "clearSearchButton"
        visible: root.any
        flat: true
        text: qsTr("Clear")
        Accessible.name: qsTr("Clear the filters")
        onClicked: {
            App.search.kind = 0;
            App.search.themeCode = "";
            App.search.period = SearchModel.AnyTime;
        }
    }

    ThemeSheet {
        id: themeSheet

        objectName: "themeFilterSheet"
        kind: App.search.kind
        themeCode: App.search.themeCode
        heading: qsTr("Which theme?")
        noneText: qsTr("Any theme")
        onChosen: code => {
            App.search.themeCode = code;
            themeSheet.close();
        }
    }
}
