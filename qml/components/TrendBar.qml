// SPDX-License-Identifier: Apache-2.0
// A bar with its words above it: a sign where there is one, what it is, how many.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    required property string label
    required property string number
    required property real share
    required property int sign
    property color ink: Theme.primary

    spacing: Theme.space1

    RowLayout {
        width: parent.width
        spacing: Theme.space2

        Icon {
            visible: icon !== ""
            icon: {
                switch (root.sign) {
                case EntryMarks.Open:
                    return "open";
                case EntryMarks.Learned:
                    return "learned";
                case EntryMarks.Stuck:
                    return "stuck";
                case EntryMarks.Moving:
                    return "moving";
                case EntryMarks.Cleared:
                    return "cleared";
                default:
                    return "";
                }
            }
            size: Theme.iconTiny
            directional: root.sign === EntryMarks.Moving
            color: root.ink
        }

        Label {
            Layout.fillWidth: true
            text: root.label
            font.pixelSize: Theme.label
            Accessible.ignored: true
        }

        Label {
            text: root.number
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }

    Rectangle {
        width: parent.width
        height: Theme.space2
        radius: height / 2
        color: Theme.mix(Theme.surface, root.ink, Theme.tintStrength)

        Rectangle {
            anchors.left: parent.left
            width: Math.round(parent.width * root.share)
            height: parent.height
            radius: parent.radius
            color: root.ink
        }
    }
}
