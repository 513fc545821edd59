// SPDX-License-Identifier: Apache-2.0
// The places of the journal, at the side from 600 wide.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    required property int here
    signal asked(int place)

    implicitWidth: Theme.rail
    color: Theme.background

    // A window may be too low for large words.
    Flickable {
        id: scroller

        anchors.fill: parent
        contentWidth: width
        contentHeight: column.height + Theme.space3 * 2
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            y: Theme.space3
            width: scroller.width
            height: Math.max(implicitHeight, scroller.height - Theme.space3 * 2)
            spacing: Theme.space1

            Icon {
                Layout.alignment: Qt.AlignHCenter
                Layout.bottomMargin: Theme.space4
                icon: "penny"
                size: Theme.iconLarge
                color: Theme.primary
            }

            PlaceList {
                Layout.fillWidth: true
                rowSpacing: Theme.space1
                here: root.here
                onAsked: place => root.asked(place)
            }

            RailButton {
                objectName: "searchButton"
                Layout.fillWidth: true
                text: qsTr("Search")
                icon.source: Theme.iconSource("search")
                current: root.here === Places.Search
                onClicked: root.asked(Places.Search)
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
                current: root.here === Places.Settings
                onClicked: root.asked(Places.Settings)
            }
        }
    }

    FollowFocus {
        flickable: scroller
        page: column
    }

    Rectangle {
        anchors.right: parent.right
        width: Theme.line
        height: parent.height
        color: Theme.hairline
    }
}
