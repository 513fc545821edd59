// SPDX-License-Identifier: Apache-2.0
// Above a column of a table.
import QtQuick
import Pennydrop.Style

Text {
    id: root

    textFormat: Text.PlainText
    font.pixelSize: Theme.small
    font.weight: Font.DemiBold
    color: Theme.textSecondary
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.ColumnHeader
    Accessible.name: text
}
