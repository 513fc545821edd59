// SPDX-License-Identifier: Apache-2.0
// A row of a chart's table. One press shows its entries; a screen reader hears what it is, and how many.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pennydrop.Style

T.ItemDelegate {
    id: root

    required property int index
    required property string label
    required property string value
    required property string spoken
    required property bool usable
    readonly property TrendRowList list: parent as TrendRowList

    objectName: "tableRow" + index
    width: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space2
    verticalPadding: Theme.space2
    hoverEnabled: true
    // What cannot be pressed can still be stood on, to be heard. Qt does not let the item that has the keyboard leave the
    // chain of Tab.
    focusPolicy: list && index === list.current || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    onActiveFocusChanged: {
        if (activeFocus) {
            list.current = index;
        }
    }
    text: label

    Accessible.role: Accessible.Row
    Accessible.name: spoken
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    onClicked: root.list.rows.choose(root.index)

    contentItem: RowLayout {
        spacing: Theme.space3

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.line
            text: root.label
            font.pixelSize: Theme.label
            Accessible.ignored: true
        }

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.line
            text: root.value
            font.pixelSize: Theme.label
            color: Theme.textSecondary
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.usable && root.down ? Theme.pressed : root.usable && root.hovered ? Theme.hover : "transparent"

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            height: Theme.line
            color: Theme.hairline
        }

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusSmall
            gap: -Theme.strongLine
        }
    }
}
