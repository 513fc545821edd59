// SPDX-License-Identifier: Apache-2.0
// A group of the settings: its sign, what it is called, what it holds or how it stands. One press opens it.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

T.ItemDelegate {
    id: root

    required property int index
    required property int place
    required property string label
    required property string summary
    required property string sign
    required property string name
    readonly property SettingsRows list: parent as SettingsRows
    readonly property bool current: list !== null && list.here === place

    objectName: name
    width: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space4
    verticalPadding: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    text: label

    Accessible.role: Accessible.ListItem
    Accessible.name: label
    Accessible.description: summary
    Accessible.selectable: true
    Accessible.selected: current
    Accessible.focusable: true
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onUpPressed: root.list.moved(root.index - 1)
    Keys.onDownPressed: root.list.moved(root.index + 1)
    onClicked: root.list.asked(root.place, root.visualFocus)

    contentItem: SettingsRowContent {
        label: root.label
        summary: root.summary
        sign: root.sign
        current: root.current
        leads: root.list !== null && !root.list.beside
    }

    background: Rectangle {
        radius: Theme.radius
        color: {
            const ground = root.current ? Theme.primaryTint : Theme.surface;
            return root.down ? Theme.mix(ground, Theme.text, 0.07)
                             : root.hovered ? Theme.mix(ground, Theme.text, 0.025) : ground;
        }
        border.width: Theme.line
        border.color: root.current ? Theme.primary : Theme.hairline

        FocusRing {
            shown: root.visualFocus
            gap: -Theme.strongLine
        }
    }
}
