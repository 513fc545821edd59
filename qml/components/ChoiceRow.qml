// SPDX-License-Identifier: Apache-2.0
// A row in a sheet: what it is called, what that means, and a tick when it is the one in force.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

T.ItemDelegate {
    id: root

    required property string help
    property bool chosen: false

    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Theme.window
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    // A control of Qt tells a screen reader its own state, over what Accessible says.
    checkable: true
    autoExclusive: true
    checked: chosen

    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.description: help
    Accessible.onPressAction: root.clicked()
    Accessible.onToggleAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    // Reached by a key, it comes into sight.
    onActiveFocusChanged: {
        const list = root.ListView.view;
        if (root.activeFocus && list !== null) {
            list.contentY = Math.max(Math.min(list.contentY, root.y), root.y + root.height - list.height);
        }
    }

    contentItem: ChoiceRowContent {
        text: root.text
        help: root.help
        chosen: root.chosen
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : root.chosen ? Theme.primaryTint : "transparent"

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusSmall
            gap: -Theme.strongLine
        }
    }
}
