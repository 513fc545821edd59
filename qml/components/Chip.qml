// SPDX-License-Identifier: Apache-2.0
// A small, quiet choice in a full round: outlined while nothing is chosen, tinted when something is.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

T.Button {
    id: root

    property bool filled: false
    property bool opensList: true
    property string endIcon: opensList ? "chevron-down" : ""
    property color accent: Theme.primary

    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + Theme.space3)
    implicitWidth: Math.max(Theme.touchSize, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: Theme.space3 + leftInset
    rightPadding: Theme.space3 + rightInset
    leftInset: Theme.focusGap
    rightInset: Theme.focusGap
    spacing: Theme.space1 + Theme.focusGap
    hoverEnabled: true

    Accessible.name: text
    Accessible.onPressAction: root.clicked()

    contentItem: ChipContent {
        icon: root.icon.source
        text: root.text
        endIcon: root.endIcon
        strong: root.filled
        ink: root.filled ? root.accent : Theme.textSecondary
    }

    background: Item {
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            height: Math.min(parent.height, Math.max(Theme.chipHeight, root.implicitContentHeight + Theme.space2))
            radius: height / 2
            color: {
                const ground = root.filled ? Theme.mix(Theme.surface, root.accent, Theme.tintStrength) : Theme.surface;
                return root.down ? Theme.mix(ground, Theme.text, 0.1)
                                 : root.hovered ? Theme.mix(ground, Theme.text, 0.04) : ground;
            }
            border.width: Theme.line
            border.color: root.filled ? root.accent : Theme.outline

            FocusRing {
                shown: root.visualFocus
                corner: parent.radius
            }
        }
    }
}
