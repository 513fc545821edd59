// SPDX-License-Identifier: Apache-2.0
// A heading or some running text of an entry.
import QtQuick
import Pennydrop.Style

Text {
    id: root

    required property string modelData
    readonly property bool heading: modelData.startsWith("## ")

    width: parent ? parent.width : 0
    topPadding: heading ? Theme.space4 : 0
    text: heading ? modelData.substring(3) : modelData
    textFormat: Text.PlainText
    font.pixelSize: Theme.body
    font.weight: heading ? Font.DemiBold : Font.Normal
    lineHeight: Theme.lineHeight
    color: Theme.text
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
