// SPDX-License-Identifier: Apache-2.0
// Brings what gets the keyboard into view in a page that scrolls; of a field of many lines, the line being written.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

Item {
    id: root

    required property Flickable flickable
    required property Item page
    // The first control that a page gives the keyboard to does not scroll it: what stands above is there to be read.
    property bool settled: false

    visible: false

    Timer {
        interval: 0
        running: true
        onTriggered: root.settled = true
    }

    // What got the keyboard may still grow, as a field that has just been opened.
    Timer {
        id: arriving

        interval: 300
    }

    function isInside(item: Item): bool {
        let ancestor = item;
        while (ancestor && ancestor !== root.page) {
            ancestor = ancestor.parent;
        }
        return ancestor === root.page;
    }

    function bringIntoView(item: Item) {
        const view = root.flickable;
        const field = item as T.TextArea;
        const start = field ? field.cursorRectangle.y : 0;
        const height = field ? field.cursorRectangle.height : item.height;
        const top = item.mapToItem(view.contentItem, 0, start).y - Theme.space4;
        const bottom = top + height + Theme.space8;
        if (top < view.contentY) {
            view.contentY = Math.max(0, top);
        } else if (bottom > view.contentY + view.height) {
            view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, bottom - view.height));
        }
    }

    function follow() {
        const item = root.Window.activeFocusItem;
        if (root.settled && item && root.isInside(item)) {
            root.bringIntoView(item);
        }
    }

    // A keyboard on the screen makes the page lower.
    Connections {
        target: root.flickable

        function onHeightChanged() {
            root.follow();
        }

        function onContentHeightChanged() {
            if (arriving.running) {
                root.follow();
            }
        }
    }

    Connections {
        target: root.Window.activeFocusItem as T.TextArea

        function onCursorRectangleChanged() {
            root.follow();
        }
    }

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            arriving.restart();
            root.follow();
        }
    }
}
