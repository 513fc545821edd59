// SPDX-License-Identifier: Apache-2.0
// A soft shadow from a few faint rectangles: the software renderer has no shader effects.
import QtQuick

Item {
    id: root

    anchors.fill: parent
    z: -1

    Repeater {
        model: 5

        Rectangle {
            id: layer

            required property int index

            anchors.fill: parent
            anchors.margins: -layer.index * 2
            anchors.topMargin: 2 - layer.index
            anchors.bottomMargin: -4 - layer.index * 3
            radius: Theme.radius + layer.index * 2
            color: Theme.shadow
        }
    }
}
