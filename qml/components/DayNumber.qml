// SPDX-License-Identifier: Apache-2.0
// The number of a day above its column in the year's calendar.
import QtQuick
import Pennydrop.Style

Text {
    id: root

    required property int modelData
    readonly property real middle: parent ? (modelData - 0.5) * parent.width / 31 : 0
    readonly property real start: parent ? Math.max(0, Math.min(parent.width - width, middle - width / 2)) : 0

    x: parent && LayoutMirroring.enabled ? parent.width - start - width : start
    text: modelData
    textFormat: Text.PlainText
    font.pixelSize: Theme.small
    color: Theme.textSecondary
    Accessible.ignored: true
}
