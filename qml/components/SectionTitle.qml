// SPDX-License-Identifier: Apache-2.0
// The title of a part of an entry's page.
import QtQuick
import Pennydrop.Style

Text {
    id: root

    textFormat: Text.PlainText
    font.pixelSize: Theme.label
    font.weight: Font.DemiBold
    color: Theme.textSecondary
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
