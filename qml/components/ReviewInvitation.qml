// SPDX-License-Identifier: Apache-2.0
// What is worth another look, on top of the journal: a quiet line that leads to Review, and nothing when nothing waits.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

T.Button {
    id: root

    visible: text !== ""
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    horizontalPadding: Theme.space1
    hoverEnabled: true
    text: App.review.invitation

    Accessible.name: text
    Accessible.description: qsTr("Opens Review")
    Accessible.onPressAction: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.space1

        Text {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            text: root.text
            textFormat: Text.PlainText
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
            color: Theme.primary
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }

        Icon {
            icon: "chevron"
            directional: true
            size: Theme.iconTiny
            color: Theme.primary
        }

        Item {
            Layout.fillWidth: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusSmall
            gap: -Theme.strongLine
        }
    }
}
