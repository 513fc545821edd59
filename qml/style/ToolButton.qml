// SPDX-License-Identifier: Apache-2.0
// A button with an icon only. Its text is its name for a screen reader and its tool tip.
import QtQuick
import QtQuick.Templates as T

T.ToolButton {
    id: control

    property color ink: Theme.text
    property bool directional: false
    property real iconSize: Theme.icon

    implicitWidth: Math.max(Theme.touchSize, iconSize + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touchSize, iconSize + topPadding + bottomPadding)
    padding: Theme.space2
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
            size: control.iconSize
            directional: control.directional
            color: !control.enabled ? Theme.disabledInk : control.checked ? Theme.primary : control.ink
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.pressed : control.hovered && control.enabled ? Theme.hover
                            : control.checked ? Theme.primaryTint : "transparent"

        Behavior on color {
            ColorAnimation {
                duration: Theme.fast
            }
        }

        FocusRing {
            shown: control.visualFocus
            gap: -Theme.strongLine
        }
    }
}
