// SPDX-License-Identifier: Apache-2.0
// A year of the person's own journal in charts that are also tables; and the entries behind a mark one presses.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    objectName: "trendsScreen"

    Component.onCompleted: App.trends.show()
    Component.onDestruction: App.trends.leave()

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        indent: page.x
        canGoBack: App.trends.marked
        title: qsTr("Trends")
        onBack: App.trends.unmark()
    }

    FocusScope {
        id: charts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        focus: true
        visible: !App.trends.marked
        onVisibleChanged: {
            if (visible) {
                forceActiveFocus();
            }
        }

        Flickable {
            id: scroller

            objectName: "trendsPage"
            anchors.fill: parent
            contentWidth: width
            contentHeight: page.y + page.implicitHeight + Theme.space12
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            Column {
                id: page

                x: Math.max(Theme.space4, Math.round((scroller.width - Theme.column) / 2))
                y: Theme.space1
                width: scroller.width - x * 2
                spacing: Theme.space4

                Notice {
                    objectName: "trendsTrouble"
                    width: parent.width
                    text: App.trends.message
                }

                EmptyTrends {
                    width: parent.width
                    visible: App.trends.empty
                }

                TrendCharts {
                    width: parent.width
                    visible: App.trends.ready && !App.trends.empty
                }
            }
        }

        FollowFocus {
            flickable: scroller
            page: page
        }
    }

    EntryList {
        id: list

        objectName: "trendEntries"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        visible: App.trends.marked
        onVisibleChanged: {
            if (visible) {
                forceActiveFocus();
            }
        }
        model: App.trends.entries
        shownEntry: root.shownEntry
        bottomMargin: Theme.space8
        Accessible.name: qsTr("Entries")
        header: TrendMarkTop {}
        delegate: SearchRow {}
        onOpened: entryId => root.opened(entryId)
    }
}
