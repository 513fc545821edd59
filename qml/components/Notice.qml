// SPDX-License-Identifier: Apache-2.0
// A message where it belongs on the page, read out by a screen reader when it appears. An empty text takes no room.
import QtQuick
import Pennydrop.Style

Rectangle {
    id: root

    property string text: ""
    property bool danger: true
    readonly property color ink: danger ? Theme.danger : Theme.primary

    visible: text !== ""
    implicitHeight: visible ? words.implicitHeight + Theme.space3 * 2 : 0
    radius: Theme.radius
    color: danger ? Theme.dangerTint : Theme.primaryTint

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: Theme.space3
        icon: root.danger ? "warning" : "check"
        size: Theme.iconSmall
        color: root.ink
    }

    Label {
        id: words

        anchors.left: sign.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.space2
        anchors.rightMargin: Theme.space3
        anchors.topMargin: Theme.space3 - Theme.line
        text: root.text
        font.pixelSize: Theme.label
        Accessible.ignored: true
    }
}
