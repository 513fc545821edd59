// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.Slider {
    id: control

    implicitWidth: Math.max(implicitBackgroundWidth, implicitHandleWidth) + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touchSize, implicitHandleHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space1
    hoverEnabled: true

    Accessible.onIncreaseAction: {
        control.increase();
        control.moved();
    }
    Accessible.onDecreaseAction: {
        control.decrease();
        control.moved();
    }

    handle: Rectangle {
        x: control.leftPadding + control.visualPosition * (control.availableWidth - width)
        y: (control.height - height) / 2
        implicitWidth: Theme.handle
        implicitHeight: Theme.handle
        radius: width / 2
        color: !control.enabled ? Theme.disabledFill : control.pressed ? Theme.primaryPressed
                                : control.hovered ? Theme.primaryHover : Theme.primary
        border.width: Theme.space1
        border.color: Theme.surface

        FocusRing {
            shown: control.visualFocus
            corner: parent.radius
            gap: 0
        }
    }

    background: Rectangle {
        x: control.leftPadding
        y: (control.height - height) / 2
        implicitWidth: Theme.menu
        implicitHeight: Theme.track
        width: control.availableWidth
        height: Theme.track
        radius: height / 2
        color: Theme.outline

        Rectangle {
            x: control.mirrored ? parent.width - width : 0
            width: control.position * parent.width
            height: parent.height
            radius: parent.radius
            color: control.enabled ? Theme.primary : Theme.disabledFill
        }
    }
}
