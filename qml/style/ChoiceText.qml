// SPDX-License-Identifier: Apache-2.0
// The words beside a check box, a radio button or a switch.
import QtQuick
import QtQuick.Templates as T

Text {
    id: root

    required property T.AbstractButton control
    required property real indicatorWidth
    property bool indicatorLast: false

    leftPadding: control.mirrored !== indicatorLast ? 0 : indicatorWidth + control.spacing
    rightPadding: control.mirrored !== indicatorLast ? indicatorWidth + control.spacing : 0
    text: control.text
    textFormat: Text.PlainText
    font.family: control.font.family
    font.pixelSize: Theme.body
    color: control.enabled ? Theme.text : Theme.disabledInk
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true
}
