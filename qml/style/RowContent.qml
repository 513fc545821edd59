// SPDX-License-Identifier: Apache-2.0
// What a row shows: an icon if it has one, its words, and a tick at the end.
import QtQuick
import QtQuick.Templates as T

Item {
    id: root

    required property T.AbstractButton control
    required property color ink
    property bool ticked: false
    readonly property bool hasIcon: String(control.icon.source) !== ""

    implicitWidth: words.implicitWidth + (hasIcon ? picture.width + control.spacing : 0)
                   + (ticked ? tick.width + control.spacing : 0)
    implicitHeight: Math.max(words.implicitHeight, hasIcon ? picture.height : 0)

    Icon {
        id: picture

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        visible: root.hasIcon
        source: root.control.icon.source
        color: root.ink
    }

    Text {
        id: words

        anchors.left: root.hasIcon ? picture.right : parent.left
        anchors.leftMargin: root.hasIcon ? root.control.spacing : 0
        anchors.right: root.ticked ? tick.left : parent.right
        anchors.rightMargin: root.ticked ? root.control.spacing : 0
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignLeft
        text: root.control.text
        textFormat: Text.PlainText
        font.family: root.control.font.family
        font.pixelSize: Theme.body
        color: root.ink
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    Icon {
        id: tick

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.ticked
        icon: "check"
        size: Theme.iconSmall
        color: Theme.primary
    }
}
