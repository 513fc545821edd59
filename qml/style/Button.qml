// SPDX-License-Identifier: Apache-2.0
// A button with words: outlined; filled when highlighted; words only when flat. `danger` takes the colour of what
// destroys, `working` turns a wheel in the place of the icon.
import QtQuick
import QtQuick.Templates as T

T.Button {
    id: control

    property bool danger: false
    property bool working: false

    readonly property color accent: danger ? Theme.danger : Theme.primary
    readonly property color ink: !enabled ? Theme.disabledInk
                                          : highlighted ? (danger ? Theme.dangerInk : Theme.primaryInk) : accent
    readonly property color fill: {
        if (highlighted) {
            if (!enabled) {
                return Theme.disabledFill;
            }
            if (danger) {
                return down ? Theme.dangerPressed : hovered ? Theme.dangerHover : Theme.danger;
            }
            return down ? Theme.primaryPressed : hovered ? Theme.primaryHover : Theme.primary;
        }
        return down ? Theme.pressed : hovered && enabled ? Theme.hover : flat ? "transparent" : Theme.surface;
    }

    implicitWidth: Math.max(Theme.touchSize, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: flat ? Theme.space3 : Theme.space6
    verticalPadding: Theme.space2
    spacing: Theme.space2
    hoverEnabled: true
    opacity: 1

    Accessible.name: text
    Accessible.onPressAction: {
        if (control.checkable) {
            control.toggle();
        }
        control.clicked();
    }

    contentItem: ButtonContent {
        control: control
        ink: control.ink
        working: control.working
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.fill
        border.width: control.highlighted || control.flat ? 0 : Theme.line
        border.color: control.enabled ? (control.danger ? Theme.danger : Theme.outline) : Theme.disabledFill

        Behavior on color {
            ColorAnimation {
                duration: Theme.fast
            }
        }

        FocusRing {
            shown: control.visualFocus
        }
    }
}
