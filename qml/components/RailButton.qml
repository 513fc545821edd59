// SPDX-License-Identifier: Apache-2.0
// A place or an action in the rail: its sign above its word.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

T.Button {
    id: root

    property bool current: false

    implicitWidth: Theme.rail
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space1
    verticalPadding: Theme.space2
    hoverEnabled: true
    // A control of Qt tells a screen reader its own state, over what Accessible says.
    checkable: current
    autoExclusive: true
    checked: current

    Accessible.name: text
    Accessible.onPressAction: root.clicked()

    contentItem: Column {
        spacing: Theme.space1

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.icon + Theme.space8
            height: Theme.icon + Theme.space2
            radius: height / 2
            color: root.current ? Theme.mix(Theme.background, Theme.primary, 0.18)
                                : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

            Icon {
                anchors.centerIn: parent
                source: root.icon.source
                color: root.current ? Theme.primary : Theme.textSecondary
            }

            FocusRing {
                shown: root.visualFocus
                corner: parent.radius
                gap: 0
            }
        }

        Text {
            width: parent.width
            text: root.text
            textFormat: Text.PlainText
            font.pixelSize: Theme.small
            font.weight: root.current ? Font.DemiBold : Font.Normal
            color: root.current ? Theme.primary : Theme.textSecondary
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }

    background: Item {}
}
