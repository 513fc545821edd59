// SPDX-License-Identifier: Apache-2.0
// A month of the journal, and the entries of the day one chooses.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    objectName: "calendarScreen"

    Component.onCompleted: App.calendar.show()
    Component.onDestruction: App.calendar.leave()

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        canGoBack: true
        title: qsTr("Calendar")
        onBack: root.back()

        Button {
            objectName: "todayButton"
            visible: !App.calendar.onToday
            flat: true
            text: qsTr("Today")
            onClicked: App.calendar.showToday()
        }
    }

    EntryList {
        id: list

        objectName: "dayList"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        focus: true
        model: App.calendar.entries
        shownEntry: root.shownEntry
        bottomMargin: Theme.space8
        Accessible.name: qsTr("Entries of the day")
        header: CalendarTop {}
        delegate: SearchRow {}
        onOpened: entryId => root.opened(entryId)
    }
}
