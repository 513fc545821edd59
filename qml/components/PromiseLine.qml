// SPDX-License-Identifier: Apache-2.0
// One short line with its icon.
import QtQuick
import Pennydrop.Style

Item {
    id: root

    required property string icon
    required property string text

    implicitHeight: Math.max(sign.height, words.implicitHeight)

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.topMargin: Theme.focusGap
        icon: root.icon
        size: Theme.icon - Theme.space1
        color: Theme.primary
    }

    Label {
        id: words

        anchors.left: sign.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.space3
        text: root.text
    }
}
