// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.CheckBox {
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
        radius: Theme.space1 + Theme.strongLine
        color: control.checkState === Qt.Unchecked ? (control.hovered ? Theme.hover : Theme.surface)
                                                   : control.enabled ? Theme.primary : Theme.disabledFill
        border.width: control.checkState === Qt.Unchecked ? Theme.strongLine : 0
        border.color: control.enabled ? Theme.outline : Theme.disabledFill

        Icon {
            anchors.centerIn: parent
            visible: control.checkState === Qt.Checked
            icon: "check"
            size: Theme.iconSmall
            color: control.enabled ? Theme.primaryInk : Theme.disabledInk
        }

        Rectangle {
            anchors.centerIn: parent
            visible: control.checkState === Qt.PartiallyChecked
            width: parent.width / 2
            height: Theme.strongLine
            radius: Theme.line
            color: Theme.primaryInk
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
