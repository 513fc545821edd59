// SPDX-License-Identifier: Apache-2.0
// The sign of a kind on its tint.
import QtQuick
import Pennydrop.Style

Rectangle {
    id: root

    required property int kind

    implicitWidth: Theme.iconSmall + Theme.space4
    implicitHeight: implicitWidth
    radius: width / 2
    color: Theme.kindTint(kind)

    Icon {
        anchors.centerIn: parent
        source: Theme.kindIcon(root.kind)
        size: Theme.iconSmall
        color: Theme.kindColour(root.kind)
    }
}
