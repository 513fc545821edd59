// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.BusyIndicator {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space2

    contentItem: Icon {
        icon: "spinner"
        size: Theme.iconLarge
        color: Theme.primary
        visible: control.running

        RotationAnimator on rotation {
            from: 0
            to: 360
            duration: Theme.turn
            loops: Animation.Infinite
            running: control.running && control.visible && !Theme.reducedMotion
        }
    }
}
