// SPDX-License-Identifier: Apache-2.0
// The one text field. The words are the editor's; this shows them, and tells it of each change. Changes that come from
// the editor are put in as edits, so that undo still works afterwards.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

TextArea {
    id: root

    // What comes from the editor is not told back to it, and what is told is not taken back: a person types faster
    // than the two could agree, and the cursor must never jump.
    property bool taking: false
    property bool telling: false

    plain: true
    focus: true
    bottomPadding: Theme.space8
    Accessible.name: qsTr("What you write")
    // Not every platform calls both of these redo.
    Keys.onPressed: event => {
        const control = (event.modifiers & Qt.ControlModifier) !== 0;
        const shift = (event.modifiers & Qt.ShiftModifier) !== 0;
        event.accepted = control && (event.key === Qt.Key_Y || (shift && event.key === Qt.Key_Z));
        if (event.accepted) {
            root.redo();
        }
    }

    function take(fresh: string) {
        const old = text;
        if (fresh === old) {
            return;
        }
        let start = 0;
        const shortest = Math.min(old.length, fresh.length);
        while (start < shortest && old[start] === fresh[start]) {
            ++start;
        }
        let end = 0;
        while (end < shortest - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) {
            ++end;
        }
        taking = true;
        if (old.length - end > start) {
            remove(start, old.length - end);
        }
        if (fresh.length - end > start) {
            insert(start, fresh.substring(start, fresh.length - end));
        }
        taking = false;
    }

    function takeCursor() {
        if (cursorPosition !== App.editor.cursor) {
            cursorPosition = Math.min(App.editor.cursor, length);
        }
    }

    Component.onCompleted: {
        taking = true;
        text = App.editor.text;
        taking = false;
        takeCursor();
    }
    // The text first: the field moves its cursor before it says that its text has changed.
    function tell() {
        if (taking || telling || !App.editor.active) {
            return;
        }
        telling = true;
        if (text !== App.editor.text) {
            App.editor.text = text;
        }
        App.editor.cursor = cursorPosition;
        telling = false;
    }

    onTextChanged: tell()
    onCursorPositionChanged: tell()

    Connections {
        target: App.editor

        function onTextChanged() {
            if (App.editor.active && !root.telling) {
                root.take(App.editor.text);
            }
        }

        function onCursorChanged() {
            if (App.editor.active && !root.taking && !root.telling) {
                root.takeCursor();
            }
        }
    }
}
