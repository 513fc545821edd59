// SPDX-License-Identifier: Apache-2.0
// Reading an entry, changing it, deleting it and taking that back.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Entry"

    function init() {
        failOnWarning(/.?/);
        openWith(Desk.FewEntries, 412, 892);
        mouseClick(see("timelineList").itemAtIndex(0));
        see("entryScreen");
    }

    function test_everything_about_an_entry_can_be_read() {
        seeWords("marmalade round");
        seeWords("What surprised you?");
        verify(!Desk.shows("## "), "a heading without its mark");
        seeWords("That the names were nearly the same.");
        seeWords("Setback");
        seeWords("16:05");
        seeWords(Desk.app.vocabulary.themeLabel("unclear"));
        seeWords(Desk.app.vocabulary.themeHelp("unclear"));
        seeWords(Desk.app.vocabulary.levelLabel(2));
        verify(!Desk.shows("Changed"), "it never was");
        verify(!Desk.window.title.includes("marmalade"));
    }

    function test_a_change_is_kept_and_shown() {
        press("editEntryButton");
        const field = see("editorText");
        verify(field.text.includes("marmalade"));
        field.cursorPosition = 0;
        type("Today: ");
        verify(field.text.startsWith("Today: The handover sheet"));
        press("editorDoneButton");
        seeNot("editorScreen");
        tryVerify(() => Desk.rows(Desk.app.timeline, "preview")[0].startsWith("Today: The handover"), root.glance);
        compare(Desk.app.timeline.total, 6);
    }

    function test_changes_can_be_thrown_away() {
        press("editEntryButton");
        see("editorText");
        type("zzz");
        press("editorMoreButton");
        press("discardItem");
        seeNot("editorScreen");
        verify(!Desk.rows(Desk.app.timeline, "preview")[0].includes("zzz"));
    }

    function test_a_deleted_entry_comes_back_by_the_snackbar() {
        press("deleteEntryButton");
        tryCompare(Desk.app.timeline, "total", 5);
        seeWords("Entry deleted");
        seeNot("entryScreen");
        seeNoWords("marmalade");
        press("undoButton");
        tryCompare(Desk.app.timeline, "total", 6);
        seeWords("marmalade");
        seeNot("snackbar");
    }

    function test_the_snackbar_waits_for_who_is_at_it() {
        press("deleteEntryButton");
        const undo = see("undoButton");
        const list = see("timelineList");
        mouseMove(list, 5, 5);
        tryCompare(Desk.app.removal, "held", false);
        mouseMove(undo);
        tryCompare(Desk.app.removal, "held", true);
        mouseMove(list, 5, 5);
        tryCompare(Desk.app.removal, "held", false);
        undo.forceActiveFocus(Qt.TabFocusReason);
        verify(Desk.app.removal.held);
        list.forceActiveFocus();
        verify(!Desk.app.removal.held);
        undo.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryCompare(Desk.app.timeline, "total", 6);
        verify(!Desk.app.removal.held);
    }

    function test_the_delete_key_deletes() {
        see("entryScreen").forceActiveFocus();
        keyClick(Qt.Key_Delete);
        tryCompare(Desk.app.timeline, "total", 5);
        seeNoWords("marmalade");
    }

    function test_back_and_escape_close() {
        press("backButton");
        seeNot("entryScreen");
        see("journalScreen");
        mouseClick(see("timelineList").itemAtIndex(0));
        see("entryScreen");
        keyClick(Qt.Key_Escape);
        seeNot("entryScreen");
    }

    function test_markup_is_only_words() {
        press("editEntryButton");
        const field = see("editorText");
        field.selectAll();
        type("<b>bold</b> &amp; <img src=x>");
        press("editorDoneButton");
        tryVerify(() => Desk.rows(Desk.app.timeline, "preview")[0].startsWith("<b>bold"), root.glance);
        seeWords("<b>bold</b> &amp; <img src=x>");
    }
}
