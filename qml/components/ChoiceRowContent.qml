// SPDX-License-Identifier: Apache-2.0
// What a ChoiceRow shows.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

RowLayout {
    id: root

    required property string text
    required property string help
    required property bool chosen

    spacing: Theme.space3

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.text
            font.weight: root.chosen ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }

        Label {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.help
            font.pixelSize: Theme.label
            color: Theme.textSecondary
            Accessible.ignored: true
        }
    }

    Icon {
        opacity: root.chosen ? 1 : 0
        icon: "check"
        size: Theme.iconSmall
        color: Theme.primary
    }
}
