// SPDX-License-Identifier: Apache-2.0
// A bar of a chart. One press shows its entries.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

T.ItemDelegate {
    id: root

    required property int index
    required property string label
    required property string number
    required property string spoken
    required property real share
    required property int sign
    required property bool usable
    readonly property TrendBars list: parent as TrendBars

    objectName: list ? list.name + "Bar" + index : ""
    width: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space2
    verticalPadding: Theme.space2
    hoverEnabled: true
    // Qt does not let the item that has the keyboard leave the chain of Tab.
    focusPolicy: list && index === list.current || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    onActiveFocusChanged: {
        if (activeFocus) {
            list.current = index;
        }
    }
    text: label

    Accessible.role: Accessible.ListItem
    Accessible.name: spoken
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    onClicked: root.list.rows.choose(root.index)

    contentItem: TrendBar {
        label: root.label
        number: root.number
        share: root.share
        sign: root.sign
        ink: root.list ? root.list.ink : Theme.primary
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.usable && root.down ? Theme.pressed : root.usable && root.hovered ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusSmall
            gap: -Theme.strongLine
        }
    }
}
