// SPDX-License-Identifier: Apache-2.0
// A fact about an entry: its sign, what it is, and what that means.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

RowLayout {
    id: root

    required property string icon
    required property string text
    property string help: ""

    spacing: Theme.space3
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.description: help

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Theme.focusGap
        icon: root.icon
        size: Theme.iconSmall
        color: Theme.textSecondary
    }

    // A column of plain items: a layout would give a text its height back and so cut off its lines.
    Column {
        id: column

        Layout.fillWidth: true

        Label {
            width: column.width
            text: root.text
            font.pixelSize: Theme.label
            Accessible.ignored: true
        }

        Label {
            width: column.width
            visible: text !== ""
            text: root.help
            font.pixelSize: Theme.label
            color: Theme.textSecondary
            Accessible.ignored: true
        }
    }
}
