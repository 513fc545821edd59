// SPDX-License-Identifier: Apache-2.0
// What happened? The three kinds as three large buttons, then every entry by day.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    signal written(int kind)

    objectName: "journalScreen"

    function focusList() {
        if (list.count > 0) {
            list.forceActiveFocus();
        } else {
            root.forceActiveFocus();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: visible ? implicitHeight : Theme.space3
        visible: root.phone
        //: The program's name, as the title of its first screen.
        title: qsTr("Pennydrop")
        showMark: true

        ToolButton {
            objectName: "searchButton"
            text: qsTr("Search")
            icon.source: Theme.iconSource("search")
            onClicked: root.asked(Places.Search)
        }

        ToolButton {
            objectName: "lockButton"
            text: qsTr("Lock")
            icon.source: Theme.iconSource("lock")
            onClicked: App.session.lock()
        }

        ToolButton {
            objectName: "settingsButton"
            text: qsTr("Settings")
            icon.source: Theme.iconSource("settings")
            onClicked: root.asked(Places.Settings)
        }
    }

    TimelineList {
        id: list

        objectName: "timelineList"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        shownEntry: root.shownEntry
        focus: true
        onOpened: entryId => root.opened(entryId)
        onWritten: kind => root.written(kind)
        onAsked: place => root.asked(place)
    }
}
