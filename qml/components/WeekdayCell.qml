// SPDX-License-Identifier: Apache-2.0
// The short name of a weekday above its column in a DayGrid.
import QtQuick
import Pennydrop.Style

Text {
    id: root

    required property string modelData

    width: parent ? Math.floor(parent.width / 7) : 0
    height: Theme.chipHeight
    text: modelData
    textFormat: Text.PlainText
    font.pixelSize: Theme.small
    fontSizeMode: Text.HorizontalFit
    color: Theme.textSecondary
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true
}
