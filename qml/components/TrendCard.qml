// SPDX-License-Identifier: Apache-2.0
// A chart on a sheet of paper: what it says in one sentence, the chart, and the same as a table when one asks for it.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    required property string name
    required property string heading
    required property string subject
    required property TrendChart chart
    property bool asTable: false
    readonly property bool filled: chart.table.count > 0
    default property alias content: inner.data

    implicitHeight: page.implicitHeight + Theme.space4 * 2
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.line
    border.color: Theme.hairline

    Column {
        id: page

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space4
        spacing: Theme.space3

        Heading {
            width: parent.width
            text: root.heading
        }

        Label {
            objectName: root.name + "Reading"
            width: parent.width
            text: root.chart.reading
        }

        Column {
            id: inner

            width: parent.width
            visible: root.filled && !root.asTable
            spacing: Theme.space2
        }

        TrendTable {
            objectName: root.name + "Table"
            width: parent.width
            visible: root.filled && root.asTable
            rows: root.chart.table
            subject: root.subject
            name: root.heading
        }

        Label {
            objectName: root.name + "Note"
            width: parent.width
            // The table says it as well.
            visible: text !== "" && !root.asTable
            text: root.chart.note
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }

        Button {
            objectName: root.name + "TableButton"
            // Its words begin where those of the card do.
            x: -Theme.space3
            width: Math.min(implicitWidth, parent.width)
            visible: root.filled
            flat: true
            text: root.asTable ? qsTr("Show as a chart") : qsTr("Show as a table")
            //: Read aloud. %1: what the button does ("Show as a table"), %2: the chart ("Hurdles")
            Accessible.name: qsTr("%1: %2").arg(text).arg(root.heading)
            onClicked: root.asTable = !root.asTable
        }
    }
}
