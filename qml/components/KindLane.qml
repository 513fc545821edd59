// SPDX-License-Identifier: Apache-2.0
// The line of a kind in MonthColumns: its sign and word, and the ground its bars stand on.
import QtQuick
import Pennydrop.Style

Item {
    id: root

    required property int kind

    width: parent ? parent.width : 0

    KindLegendItem {
        anchors.left: parent.left
        y: Theme.space2
        kind: root.kind
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.line
        color: Theme.outline
    }
}
