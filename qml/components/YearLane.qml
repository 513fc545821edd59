// SPDX-License-Identifier: Apache-2.0
// The line of a month in the year's calendar.
import QtQuick
import Pennydrop.Style

Item {
    id: root

    required property string modelData
    readonly property YearLanes lanes: parent as YearLanes
    readonly property int nameWidth: lanes ? lanes.nameWidth : 0

    width: parent ? parent.width : 0
    height: lanes ? lanes.lineHeight : 0

    Text {
        anchors.left: parent.left
        width: root.nameWidth - Theme.space1
        height: parent.height
        text: root.modelData
        textFormat: Text.PlainText
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.dot
        color: Theme.textSecondary
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Text.AlignLeft
        Accessible.ignored: true
    }

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: root.nameWidth
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.line
        color: Theme.hairline
    }
}
