// SPDX-License-Identifier: Apache-2.0
// What a Chip shows.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

RowLayout {
    id: root

    required property url icon
    required property string text
    required property string endIcon
    required property bool strong
    required property color ink

    spacing: Theme.space1 + Theme.focusGap

    Icon {
        visible: String(root.icon) !== ""
        source: root.icon
        size: Theme.iconTiny
        color: root.ink
    }

    Text {
        Layout.fillWidth: true
        text: root.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.label
        font.weight: root.strong ? Font.DemiBold : Font.Normal
        color: root.strong ? root.ink : Theme.text
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
        Accessible.ignored: true
    }

    Icon {
        visible: root.endIcon !== ""
        icon: root.endIcon
        size: Theme.small
        color: root.ink
    }
}
