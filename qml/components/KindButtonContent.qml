// SPDX-License-Identifier: Apache-2.0
// Sign and words of a KindButton: stacked when it is one of three in a row, side by side when it has the whole width.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

GridLayout {
    id: root

    required property int kind
    required property string text
    required property bool flatForm
    required property bool withHelp

    columns: flatForm ? 2 : 1
    rowSpacing: Theme.space2
    columnSpacing: Theme.space3

    Icon {
        Layout.alignment: root.flatForm ? Qt.AlignTop : Qt.AlignHCenter
        source: Theme.kindIcon(root.kind)
        size: root.flatForm ? Theme.icon : Theme.iconLarge
        color: Theme.kindColour(root.kind)
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space1

        Text {
            Layout.fillWidth: true
            text: root.text
            textFormat: Text.PlainText
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
            color: Theme.text
            wrapMode: Text.Wrap
            horizontalAlignment: root.flatForm ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }

        Text {
            Layout.fillWidth: true
            visible: root.withHelp
            text: App.vocabulary.kindHelp(root.kind)
            textFormat: Text.PlainText
            font.pixelSize: root.flatForm ? Theme.label : Theme.small
            color: Theme.textSecondary
            wrapMode: Text.Wrap
            horizontalAlignment: root.flatForm ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
