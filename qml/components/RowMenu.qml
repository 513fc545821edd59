// SPDX-License-Identifier: Apache-2.0
// The three dots of something on an entry's page, and the menu behind them, which is its content.
import QtQuick
import Pennydrop.Style

ToolButton {
    id: root

    default property alias items: menu.contentData

    icon.source: Theme.iconSource("more")
    iconSize: Theme.iconSmall
    ink: Theme.textSecondary
    onClicked: menu.open()

    Menu {
        id: menu

        y: root.height
        x: root.width - width
        modal: true
    }
}
