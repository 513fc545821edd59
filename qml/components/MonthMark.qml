// SPDX-License-Identifier: Apache-2.0
// A kind in a month: a bar with its number on top, where that has room.
import QtQuick
import Pennydrop.Style

MarkCell {
    id: root

    required property int kind
    required property string number
    required property real share
    readonly property MonthField months: field as MonthField

    Rectangle {
        id: bar

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: Math.max(Theme.strongLine, Math.min(Theme.space6, Math.round(parent.width * 0.6)))
        height: root.months ? Math.max(Theme.strongLine, Math.round(root.months.barHeight * root.share)) : 0
        radius: Theme.strongLine
        color: Theme.kindColour(root.kind)
    }

    Text {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: bar.top
        visible: implicitWidth <= parent.width
        text: root.number
        textFormat: Text.PlainText
        font.pixelSize: Theme.small
        color: Theme.textSecondary
        Accessible.ignored: true
    }
}
