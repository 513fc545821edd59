// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.TabButton {
    id: control

    implicitWidth: Math.max(Theme.touchSize, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space4
    verticalPadding: Theme.space2
    spacing: Theme.space2
    hoverEnabled: true

    Accessible.name: text
    Accessible.onPressAction: {
        control.toggle();
        control.clicked();
    }

    contentItem: ButtonContent {
        control: control
        ink: control.checked ? Theme.primary : Theme.textSecondary
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.strongLine
            visible: control.checked
            color: Theme.primary
        }

        FocusRing {
            shown: control.visualFocus
            corner: Theme.radiusSmall
            gap: -Theme.strongLine
        }
    }
}
