// SPDX-License-Identifier: Apache-2.0
// Rows below one another: what a list of them and each row know of each other. One stop of Tab: Up and Down lead from row
// to row, Home and End to the first and the last.
import QtQuick
import Pennydrop.App

Column {
    id: root

    required property TrendRows rows
    property Repeater items: null
    // The row that the keyboard stands on.
    property int current: 0

    function give(row: int) {
        const item = root.items ? root.items.itemAt(row) : null;
        if (item) {
            item.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Keys.onUpPressed: root.give(root.current - 1)
    Keys.onDownPressed: root.give(root.current + 1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
            root.give(event.key === Qt.Key_Home ? 0 : root.rows.count - 1);
            event.accepted = true;
        }
    }

    Connections {
        target: root.rows

        function onModelAboutToBeReset() {
            root.current = 0;
        }
    }
}
