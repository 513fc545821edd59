// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.ScrollBar {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.focusGap
    visible: policy !== T.ScrollBar.AlwaysOff && size < 1
    minimumSize: 0.06
    hoverEnabled: true
    // It shows where one is; what scrolls can be reached without it.
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: control.interactive && (control.hovered || control.pressed) ? Theme.space2 : Theme.space1
        implicitHeight: implicitWidth
        radius: Math.min(width, height) / 2
        color: control.pressed ? Theme.text : Theme.outline
        opacity: control.policy === T.ScrollBar.AlwaysOn || control.active ? 0.75 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.slow
            }
        }
    }
}
