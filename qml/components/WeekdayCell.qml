// SPDX-License-Identifier: Apache-2.0
// The initial of a weekday above its column in MonthFrame.
import QtQuick
import Pennydrop.Style

Text {
    id: root

    required property int index
    readonly property MonthFrame days: parent as MonthFrame

    width: days ? days.cell : 0
    height: Theme.chipHeight
    text: Qt.locale().standaloneDayName((index + (days ? days.firstDay : 0)) % 7, Locale.ShortFormat)
    textFormat: Text.PlainText
    font.pixelSize: Theme.small
    fontSizeMode: Text.HorizontalFit
    color: Theme.textSecondary
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true
}
