// SPDX-License-Identifier: Apache-2.0
// A row to press. `chosen` marks the one in force with a tick.
import QtQuick
import QtQuick.Templates as T

T.ItemDelegate {
    id: control

    property bool chosen: false

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space4
    verticalPadding: Theme.space2
    spacing: Theme.space3
    hoverEnabled: true

    Accessible.name: text
    Accessible.onPressAction: control.clicked()

    contentItem: RowContent {
        control: control
        ink: control.enabled ? Theme.text : Theme.disabledInk
        ticked: control.chosen
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: control.down ? Theme.pressed : control.hovered || control.highlighted ? Theme.hover : "transparent"

        FocusRing {
            shown: control.visualFocus
            corner: Theme.radiusSmall
            gap: -Theme.strongLine
        }
    }
}
