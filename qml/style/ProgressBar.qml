// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.ProgressBar {
    id: control

    implicitWidth: Math.max(Theme.menu / 2, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding

    contentItem: Item {
        implicitHeight: Theme.track

        Rectangle {
            x: control.mirrored ? parent.width - width : 0
            width: (control.indeterminate ? 0.4 : control.position) * parent.width
            height: parent.height
            radius: height / 2
            color: Theme.primary
        }
    }

    background: Rectangle {
        implicitHeight: Theme.track
        radius: height / 2
        color: Theme.disabledFill
    }
}
