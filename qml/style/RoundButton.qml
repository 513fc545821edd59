// SPDX-License-Identifier: Apache-2.0
// A round, filled button with an icon.
import QtQuick
import QtQuick.Templates as T

T.RoundButton {
    id: control

    implicitWidth: Math.max(Theme.touchSize, Theme.icon + leftPadding + rightPadding)
    implicitHeight: implicitWidth
    padding: Theme.space3
    radius: width / 2
    hoverEnabled: true
    display: T.AbstractButton.IconOnly

    Accessible.name: text
    Accessible.onPressAction: {
        if (control.checkable) {
            control.toggle();
        }
        control.clicked();
    }

    T.ToolTip.text: text
    T.ToolTip.visible: text !== "" && (hovered || visualFocus) && !down
    T.ToolTip.delay: Theme.tipDelay

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            source: control.icon.source
            color: control.enabled ? Theme.primaryInk : Theme.disabledInk
        }
    }

    background: Rectangle {
        radius: control.radius
        color: !control.enabled ? Theme.disabledFill : control.down ? Theme.primaryPressed
                                : control.hovered ? Theme.primaryHover : Theme.primary

        FocusRing {
            shown: control.visualFocus
            corner: control.radius
        }
    }
}
