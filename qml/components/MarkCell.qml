// SPDX-License-Identifier: Apache-2.0
// The place of a mark in a MarkField. Only the current one is a stop of Tab.
import QtQuick
import Pennydrop.Style

Item {
    id: root

    required property int index
    required property int column
    required property int line
    required property string spoken
    readonly property MarkPlace field: parent as MarkPlace

    objectName: field && index === field.current ? field.objectName + "Current" : ""
    x: !field ? 0 : LayoutMirroring.enabled ? field.width - (column + 1) * width : column * width
    y: line * height
    width: field ? field.cellWidth : 0
    height: field ? field.cellHeight : 0
    // Qt does not let the item that has the keyboard leave the chain of Tab.
    activeFocusOnTab: field !== null && (index === field.current || activeFocus)

    Accessible.role: Accessible.ListItem
    Accessible.name: spoken
    Accessible.focusable: true
    Accessible.onPressAction: root.field.marks.choose(root.index)

    FocusRing {
        shown: root.activeFocus
        corner: Theme.line
        gap: 0
    }
}
