// SPDX-License-Identifier: Apache-2.0
// A switch at the end of its line, so that a column of settings aligns. Its knob carries a tick when it is on:
// colour is not the only sign.
import QtQuick
import QtQuick.Templates as T

T.Switch {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    verticalPadding: Theme.space2
    spacing: Theme.space4
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
        x: control.mirrored ? control.leftPadding : control.width - width - control.rightPadding
        y: (control.height - height) / 2
        implicitWidth: Theme.touchSize
        implicitHeight: Theme.space4 * 2 - Theme.space1
        radius: height / 2
        color: control.checked ? (control.enabled ? Theme.primary : Theme.disabledFill)
                               : control.hovered ? Theme.hover : Theme.surface
        border.width: control.checked ? 0 : Theme.strongLine
        border.color: control.enabled ? Theme.outline : Theme.disabledFill

        Rectangle {
            readonly property real inset: Theme.space1

            x: inset + (parent.width - width - inset * 2) * control.visualPosition
            anchors.verticalCenter: parent.verticalCenter
            width: parent.height - inset * 2
            height: width
            radius: width / 2
            color: control.checked ? (control.enabled ? Theme.primaryInk : Theme.disabledInk)
                                   : control.enabled ? Theme.outline : Theme.disabledFill

            Behavior on x {
                enabled: !control.pressed

                NumberAnimation {
                    duration: Theme.fast
                    easing.type: Easing.OutCubic
                }
            }

            Icon {
                anchors.centerIn: parent
                visible: control.checked
                icon: "check"
                size: parent.width - Theme.space1
                color: Theme.primary
            }
        }

        FocusRing {
            shown: control.visualFocus
            corner: parent.radius
        }
    }

    contentItem: ChoiceText {
        control: control
        indicatorWidth: control.indicator.width
        indicatorLast: true
    }
}
