// SPDX-License-Identifier: Apache-2.0
// The letter of a month below its column.
import QtQuick
import Pennydrop.Style

Text {
    id: root

    required property string modelData

    width: parent ? parent.width / 12 : 0
    text: modelData
    textFormat: Text.PlainText
    font.pixelSize: Theme.small
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Theme.dot
    color: Theme.textSecondary
    horizontalAlignment: Text.AlignHCenter
    Accessible.ignored: true
}
