// SPDX-License-Identifier: Apache-2.0
// Everything can be done without a mouse: shortcuts, and Tab reaches every control of every screen.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Keyboard"

    function test_shortcuts_begin_entries_data() {
        return [
            {tag: "Ctrl+1", key: Qt.Key_1, kind: EntryKinds.Setback},
            {tag: "Ctrl+2", key: Qt.Key_2, kind: EntryKinds.LightBulb},
            {tag: "Ctrl+3", key: Qt.Key_3, kind: EntryKinds.Barrier},
            {tag: "Ctrl+N", key: Qt.Key_N, kind: EntryKinds.Setback}
        ];
    }

    function test_shortcuts_begin_entries(data) {
        openWith(Desk.FewEntries, 1280, 800);
        keyClick(data.key, Qt.ControlModifier);
        see("editorScreen");
        compare(Desk.app.editor.kind, data.kind);
        compare(Desk.focusName(), "editorText");
    }

    function test_a_shortcut_while_writing_keeps_what_was_written() {
        openWith(Desk.FewEntries, 1280, 800);
        keyClick(Qt.Key_1, Qt.ControlModifier);
        see("editorText");
        type("First");
        keyClick(Qt.Key_3, Qt.ControlModifier);
        tryCompare(Desk.app.editor, "kind", EntryKinds.Barrier);
        tryCompare(Desk.app.editor, "text", "");
        tryCompare(Desk.app.timeline, "total", 7);
        see("editorText");
        compare(Desk.focusName(), "editorText");
    }

    function test_search_and_lock_have_shortcuts() {
        openWith(Desk.FewEntries, 412, 892);
        keyClick(Qt.Key_F, Qt.ControlModifier);
        see("searchScreen");
        compare(Desk.focusName(), "searchField");
        keyClick(Qt.Key_Escape);
        see("journalScreen");
        keyClick(Qt.Key_L, Qt.ControlModifier);
        reach(Session.Locked);
    }

    function test_search_by_shortcut_keeps_what_was_written() {
        openWith(Desk.FewEntries, 412, 892);
        keyClick(Qt.Key_1, Qt.ControlModifier);
        see("editorText");
        type("Kept");
        keyClick(Qt.Key_F, Qt.ControlModifier);
        see("searchScreen");
        tryCompare(Desk.app.timeline, "total", 7);
    }

    function test_an_entry_is_changed_by_shortcut() {
        openWith(Desk.FewEntries, 412, 892);
        mouseClick(see("timelineList").itemAtIndex(1));
        see("entryScreen");
        keyClick(Qt.Key_E, Qt.ControlModifier);
        see("editorText");
        compare(Desk.app.editor.text, "The bed was ready and nobody had told the ward.");
    }

    // Tab

    // Where there is room for a rail and two panes; sheets and what is said in a screen are the same there.
    readonly property list<string> wide: ["firstRun", "recovery", "lock", "recovering", "journal", "editor", "asking", "entry", "search",
        "settings", "security", "backups", "writingSettings", "reviewSettings", "look", "about", "invited", "review", "reviewBarrier",
        "reviewDecision", "calendar", "tags", "allFilters", "addingFiles", "filed", "marked", "trends", "trendTables", "bin", "questions",
        "blamed"]

    function test_tab_reaches_every_control_data() {
        return Scenes.names.map(name => ({tag: name + " at 412", screen: name, width: 412}))
                .concat(root.wide.map(name => ({tag: name + " at 1280", screen: name, width: 1280})));
    }

    function test_tab_reaches_every_control(data) {
        Scenes.show(root, data.screen, data.width);
        verifyNone(Desk.missedByTab(), "Tab does not reach");
    }
}
