// SPDX-License-Identifier: Apache-2.0
// A chart as a table: what was counted, and how much of it. A row with entries opens them.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

TrendRowList {
    id: root

    // Above the first column.
    required property string subject
    required property string name

    items: cells
    Accessible.role: Accessible.Table
    Accessible.name: root.name

    RowLayout {
        width: parent.width
        spacing: Theme.space3

        // Both columns of one width, whatever their words.
        TableHeading {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.line
            Layout.leftMargin: Theme.space2
            text: root.subject
        }

        TableHeading {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.line
            Layout.rightMargin: Theme.space2
            text: qsTr("Entries")
        }
    }

    Repeater {
        id: cells

        // Up to a year of days: made when somebody looks.
        model: root.visible ? root.rows : null

        TrendTableRow {}
    }
}
