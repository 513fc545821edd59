// SPDX-License-Identifier: Apache-2.0
// The ring round the control that has the keyboard. It lies outside the control, so that it shows on any fill.
import QtQuick

Rectangle {
    id: root

    required property bool shown
    property real corner: Theme.radius
    property real gap: Theme.focusGap

    anchors.fill: parent
    anchors.margins: -(gap + border.width)
    visible: shown
    color: "transparent"
    radius: corner + gap + border.width
    border.width: Theme.strongLine
    border.color: Theme.focusRing
}
