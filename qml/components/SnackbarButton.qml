// SPDX-License-Identifier: Apache-2.0
// A word to press in the Snackbar.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

T.Button {
    id: root

    implicitWidth: Math.max(Theme.touchSize, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space3
    hoverEnabled: true

    Accessible.name: text
    Accessible.onPressAction: root.clicked()

    contentItem: ButtonContent {
        control: root
        ink: Theme.inverseAccent
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.fade(Theme.inverseInk, root.down ? 0.2 : root.hovered ? 0.1 : 0)
        border.width: root.visualFocus ? Theme.strongLine : 0
        border.color: Theme.inverseAccent
    }
}
