// SPDX-License-Identifier: Apache-2.0
// A group of settings on one sheet of paper, under its heading.
import QtQuick
import Pennydrop.Style

Column {
    id: root

    required property string heading
    default property alias content: inner.data

    spacing: Theme.space2

    SectionTitle {
        width: parent.width
        text: root.heading
        leftPadding: Theme.space1
    }

    Rectangle {
        width: parent.width
        height: inner.implicitHeight + Theme.space4 * 2
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.line
        border.color: Theme.hairline

        Column {
            id: inner

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.space4
            spacing: Theme.space3
        }
    }
}
