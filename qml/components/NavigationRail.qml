// SPDX-License-Identifier: Apache-2.0
// The places of the journal, at the side from 600 wide.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    required property bool inJournal
    required property bool inSearch
    required property bool inSettings
    signal journalAsked
    signal searchAsked
    signal settingsAsked

    implicitWidth: Theme.rail
    color: Theme.background

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.space3
        anchors.bottomMargin: Theme.space3
        spacing: Theme.space1

        Icon {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.space4
            icon: "penny"
            size: Theme.iconLarge
            color: Theme.primary
        }

        RailButton {
            objectName: "journalButton"
            Layout.fillWidth: true
            text: qsTr("Journal")
            icon.source: Theme.iconSource("journal")
            current: root.inJournal
            onClicked: root.journalAsked()
        }

        RailButton {
            objectName: "searchButton"
            Layout.fillWidth: true
            text: qsTr("Search")
            icon.source: Theme.iconSource("search")
            current: root.inSearch
            onClicked: root.searchAsked()
        }

        Item {
            Layout.fillHeight: true
        }

        RailButton {
            objectName: "lockButton"
            Layout.fillWidth: true
            text: qsTr("Lock")
            icon.source: Theme.iconSource("lock")
            onClicked: App.session.lock()
        }

        RailButton {
            objectName: "settingsButton"
            Layout.fillWidth: true
            text: qsTr("Settings")
            icon.source: Theme.iconSource("settings")
            current: root.inSettings
            onClicked: root.settingsAsked()
        }
    }

    Rectangle {
        anchors.right: parent.right
        width: Theme.line
        height: parent.height
        color: Theme.hairline
    }
}
