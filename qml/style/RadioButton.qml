// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.RadioButton {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    verticalPadding: Theme.space2
    spacing: Theme.space3
    hoverEnabled: true

    Accessible.name: text
    Accessible.onToggleAction: {
        control.toggle();
        control.toggled();
    }
    Accessible.onPressAction: {
        control.toggle();
        control.toggled();
    }

    indicator: Rectangle {
        x: control.mirrored ? control.width - width - control.rightPadding : control.leftPadding
        y: (control.height - height) / 2
        implicitWidth: Theme.icon
        implicitHeight: Theme.icon
        radius: width / 2
        color: control.hovered ? Theme.hover : Theme.surface
        border.width: Theme.strongLine
        border.color: !control.enabled ? Theme.disabledFill : control.checked ? Theme.primary : Theme.outline

        Rectangle {
            anchors.centerIn: parent
            visible: control.checked
            width: parent.width / 2
            height: width
            radius: width / 2
            color: control.enabled ? Theme.primary : Theme.disabledInk
        }

        FocusRing {
            shown: control.visualFocus
            corner: parent.radius
        }
    }

    contentItem: ChoiceText {
        control: control
        indicatorWidth: control.indicator.width
    }
}
