// SPDX-License-Identifier: Apache-2.0
// Small marks in columns and lines. One stop of Tab: the arrow keys lead from mark to mark, Home and End to the first and
// the last; Return and the space bar show the entries of one. A finger need only be near a mark.
import QtQuick
import Pennydrop.Style

MarkPlace {
    id: root

    // What a mark looks like: a MarkCell.
    required property Component mark
    // What is said of the mark that has the keyboard.
    readonly property string spoken: {
        const cell = activeFocus ? cells.itemAt(current) as MarkCell : null;
        return cell ? cell.spoken : "";
    }

    Accessible.role: Accessible.List
    Accessible.name: name

    function give(row: int) {
        root.current = row;
        const cell = cells.itemAt(row);
        if (cell) {
            cell.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Keys.onLeftPressed: root.give(LayoutMirroring.enabled ? root.marks.after(root.current) : root.marks.before(root.current))
    Keys.onRightPressed: root.give(LayoutMirroring.enabled ? root.marks.before(root.current) : root.marks.after(root.current))
    Keys.onUpPressed: root.give(root.marks.above(root.current))
    Keys.onDownPressed: root.give(root.marks.below(root.current))
    Keys.onReturnPressed: root.marks.choose(root.current)
    Keys.onEnterPressed: root.marks.choose(root.current)
    Keys.onSpacePressed: root.marks.choose(root.current)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
            root.give(event.key === Qt.Key_Home ? 0 : root.marks.count - 1);
            event.accepted = true;
        }
    }

    // Other marks, other places.
    Connections {
        target: root.marks

        function onModelAboutToBeReset() {
            root.current = 0;
        }
    }

    MouseArea {
        id: finger

        function under(mouse: point): int {
            const x = LayoutMirroring.enabled ? root.width - mouse.x : mouse.x;
            return root.marks.nearest(x, mouse.y, root.cellWidth, root.cellHeight, Theme.touchSize / 2);
        }

        anchors.fill: parent
        onClicked: mouse => {
            const row = finger.under(Qt.point(mouse.x, mouse.y));
            if (row >= 0) {
                root.current = row;
                root.marks.choose(row);
            }
        }
    }

    Repeater {
        id: cells

        model: root.marks
        delegate: root.mark
    }
}
