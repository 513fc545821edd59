// SPDX-License-Identifier: Apache-2.0
// A list of entries: Up and Down move, Return opens, Delete deletes.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

ListView {
    id: root

    property double shownEntry: 0
    // Whether keys were used last, not a finger or a mouse: then the current row shows that it has the keyboard.
    property bool keyed: true
    property real sideSpace: Math.max(Theme.space4, Math.round((width - Theme.column) / 2))
    signal opened(double entryId)
    signal written(int kind)
    signal asked(int place)

    // Nothing is current before a key or a press says so: the view would scroll to it, past what stands above.
    currentIndex: -1
    clip: true
    // No reuseItems: on Qt 6.4 a reused last row never asks the model for more, and a pooled one stays in the accessibility tree.
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    activeFocusOnTab: true
    highlightFollowsCurrentItem: true
    highlightMoveDuration: 0
    spacing: Theme.space2
    cacheBuffer: Theme.list
    Accessible.role: Accessible.List
    T.ScrollBar.vertical: ScrollBar {}

    // The keyboard comes in from above: on the first row, so that Return opens it.
    function enter() {
        root.keyed = true;
        if (root.currentIndex < 0 && root.count > 0) {
            root.currentIndex = 0;
        }
        root.forceActiveFocus();
    }

    Keys.onPressed: event => {
        root.keyed = true;
        event.accepted = false;
    }
}
