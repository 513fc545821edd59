// SPDX-License-Identifier: Apache-2.0
// The places of the journal, at the foot of a phone's screen.
import QtQuick
import Pennydrop.Style

Rectangle {
    id: root

    required property int here
    signal asked(int place)

    implicitHeight: places.implicitHeight + Theme.line
    color: Theme.background

    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    PlaceList {
        id: places

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        across: true
        columnSpacing: 0
        here: root.here
        onAsked: place => root.asked(place)
    }
}
