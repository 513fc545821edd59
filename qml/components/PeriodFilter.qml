// SPDX-License-Identifier: Apache-2.0
// The time that is searched.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FilterChip {
    id: root

    signal daysWanted

    name: "periodFilter"
    about: qsTr("Time")
    filled: App.search.period !== SearchModel.AnyTime
    text: root.periodText(App.search.period)
    spoken: qsTr("Time: %1").arg(text)
    onClicked: menu.open()
    onCleared: App.search.period = SearchModel.AnyTime

    function periodText(period: int): string {
        switch (period) {
        case SearchModel.PastWeek:
            return qsTr("Past week");
        case SearchModel.PastMonth:
            return qsTr("Past month");
        case SearchModel.PastYear:
            return qsTr("Past year");
        case SearchModel.BetweenDays:
            return App.search.spanLabel;
        default:
            return qsTr("Any time");
        }
    }

    Menu {
        id: menu

        y: root.height
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

        MenuChoice {
            objectName: "filterDays"
            chosen: App.search.period === SearchModel.BetweenDays
            text: qsTr("Between two days …")
            onTriggered: root.daysWanted()
        }
    }
}
