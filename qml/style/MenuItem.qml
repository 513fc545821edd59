// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.MenuItem {
    id: control

    property bool danger: false
    readonly property color ink: !enabled ? Theme.disabledInk : danger ? Theme.danger : Theme.text

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space3
    verticalPadding: Theme.space2
    spacing: Theme.space3
    hoverEnabled: true

    Accessible.name: text
    Accessible.onPressAction: control.triggered()

    contentItem: RowContent {
        control: control
        ink: control.ink
        ticked: control.checkable && control.checked
    }

    arrow: Icon {
        x: control.mirrored ? control.leftPadding : control.width - width - control.rightPadding
        y: (control.height - height) / 2
        visible: control.subMenu !== null
        icon: "chevron"
        directional: true
        size: Theme.iconSmall
        color: control.ink
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: control.down ? Theme.pressed : control.highlighted ? Theme.hover : "transparent"

        FocusRing {
            shown: control.visualFocus
            corner: Theme.radiusSmall
            gap: -Theme.strongLine
        }
    }
}
