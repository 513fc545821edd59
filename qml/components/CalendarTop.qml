// SPDX-License-Identifier: Apache-2.0
// The month above the entries of the chosen day.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Item {
    id: root

    readonly property EntryList list: ListView.view as EntryList

    width: list ? list.width : 0
    height: column.implicitHeight + Theme.space2

    Column {
        id: column

        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width - (root.list ? root.list.sideSpace : 0) * 2
        spacing: Theme.space2

        Notice {
            objectName: "calendarTrouble"
            width: parent.width
            text: App.calendar.message
        }

        Rectangle {
            width: parent.width
            height: month.implicitHeight + Theme.space2 * 2
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.line
            border.color: Theme.hairline

            Column {
                id: month

                anchors.centerIn: parent
                width: Math.min(parent.width - Theme.space2, Theme.calendar)
                spacing: Theme.space1

                MonthBar {
                    width: parent.width
                    grid: App.calendar
                }

                DayGrid {
                    width: parent.width
                    focus: true
                    grid: App.calendar
                }

                KindLegend {
                    topPadding: Theme.space2
                    x: Theme.space2
                    width: parent.width - Theme.space2 * 2
                    bottomPadding: Theme.space1
                }
            }
        }

        Heading {
            width: parent.width
            topPadding: Theme.space3
            text: App.calendar.dayTitle
        }

        Label {
            objectName: "daySummary"
            width: parent.width
            bottomPadding: Theme.space1
            text: App.calendar.daySummary
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }
    }
}
