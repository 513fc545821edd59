// SPDX-License-Identifier: Apache-2.0
// Writing: the cursor stays where the person types, chips say what was chosen, and leaving never asks.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Editor"

    function init() {
        failOnWarning(/.?/);
        openWith(Desk.FewEntries, 412, 892);
        press("newSetbackButton");
        see("editorText");
    }

    function choose(sheet: string, words: string) {
        // A row of the open sheet, by its words.
        tryVerify(() => rowOf(words) !== null, root.glance, "no row says " + words);
        Desk.settle();
        mouseClick(rowOf(words));
    }

    function rowOf(words: string): Item {
        return Desk.findWords(words);
    }

    function test_typing_keeps_the_cursor_where_one_types() {
        const field = see("editorText");
        const words = "The handover";
        for (let i = 0; i < words.length; ++i) {
            keyClick(words[i]);
            compare(field.text, words.substring(0, i + 1));
            compare(field.cursorPosition, i + 1);
        }
        compare(Desk.app.editor.text, words);
        compare(Desk.app.editor.cursor, words.length);
    }

    function test_typing_over_a_pause_and_a_save_goes_on_where_it_was() {
        const field = see("editorText");
        type("The handover");
        tryCompare(Desk.app.editor, "status", EntryEditor.Saved, root.glance);
        type(" went");
        compare(field.text, "The handover went");
        compare(field.cursorPosition, 17);
    }

    function test_typing_in_the_middle_stays_in_the_middle() {
        const field = see("editorText");
        type("The over");
        field.cursorPosition = 4;
        type("hand");
        compare(field.text, "The handover");
        compare(field.cursorPosition, 8);
        keyClick(Qt.Key_Backspace);
        keyClick(Qt.Key_Delete);
        compare(field.text, "The hanver");
        compare(field.cursorPosition, 7);
        compare(Desk.app.editor.text, "The hanver");
        compare(Desk.app.editor.cursor, 7);
        keyClick(Qt.Key_Z, Qt.ControlModifier);
        verify(field.text !== "The hanver", "undo works");
        compare(Desk.app.editor.text, field.text);
    }

    function test_it_is_saved_as_one_types() {
        type("Kept");
        tryCompare(Desk.app.editor, "status", EntryEditor.Saved, root.glance);
        seeWords(Desk.app.editor.statusText);
        verify(Desk.app.editor.statusText !== "");
    }

    function test_the_kind_can_be_changed() {
        type("So");
        press("kindBarrier");
        compare(Desk.app.editor.kind, EntryKinds.Barrier);
        compare(Desk.focusName(), "editorText");
        type(" far");
        compare(see("editorText").text, "So far");
        press("editorDoneButton");
        see("journalScreen");
        tryCompare(Desk.app.timeline, "total", 7);
        compare(Desk.rows(Desk.app.timeline, "kind")[0], String(EntryKinds.Barrier));
    }

    function test_a_theme_is_chosen_and_taken_away() {
        press("themeChip");
        see("noTheme");
        const label = Desk.app.vocabulary.themeLabel("procedure");
        choose("themeSheet", label);
        tryCompare(Desk.app.editor, "themeCode", "procedure");
        seeNot("noTheme");
        compare(Desk.focusName(), "editorText");
        compare(see("themeChip").text, label);

        press("themeChip");
        press("noTheme");
        tryCompare(Desk.app.editor, "themeCode", "");
        compare(see("themeChip").text, "Theme");
    }

    function test_a_level_is_chosen() {
        press("levelChip");
        see("noLevel");
        const label = Desk.app.vocabulary.levelLabel(2);
        choose("levelSheet", label);
        tryCompare(Desk.app.editor, "level", 2);
        seeNot("noLevel");
        compare(see("levelChip").text, label);
    }

    function test_the_time_is_chosen() {
        const before = Desk.app.editor.whenLabel;
        press("whenChip");
        const field = see("timeField");
        field.selectAll();
        field.forceActiveFocus();
        type("00:00");
        press("whenDoneButton");
        seeNot("timeField");
        verify(Desk.app.editor.whenLabel !== before);
        compare(see("whenChip").text, Desk.app.editor.whenLabel);
    }

    function openDays() {
        press("whenChip");
        see("timeField");
        for (let i = 0; i < 10 && Desk.focusName() !== "currentDay"; ++i) {
            keyClick(Qt.Key_Tab);
        }
        compare(Desk.focusName(), "currentDay");
    }

    function test_a_day_is_chosen_with_keys() {
        openDays();
        const before = Desk.app.editor.when;
        verify(Desk.focusItem().visualFocus, "the current day has a ring");
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Left);
        compare(Desk.focusName(), "currentDay");
        verify(Desk.focusItem().visualFocus);
        const label = Desk.focusItem().label;
        verify(!Desk.focusItem().chosen, "moving is not choosing");
        keyClick(Qt.Key_Space);
        verify(Desk.focusItem().chosen);
        press("whenDoneButton");
        seeNot("timeField");
        const days = Math.round((before - Desk.app.editor.when) / 86400000);
        compare(days, 8);
        verify(label !== "");
    }

    function test_the_days_are_one_stop_of_tab() {
        openDays();
        keyClick(Qt.Key_Tab);
        compare(Desk.focusName(), "timeField");
        keyClick(Qt.Key_Backtab);
        compare(Desk.focusName(), "currentDay");
    }

    function test_keys_turn_the_months_and_stop_at_today() {
        openDays();
        const month = see("monthLabel").text;
        const today = Desk.focusItem().label;
        keyClick(Qt.Key_Right);
        compare(Desk.focusItem().label, today);
        verify(!see("nextMonthButton").enabled);
        keyClick(Qt.Key_PageUp);
        verify(see("monthLabel").text !== month);
        compare(Desk.focusName(), "currentDay");
        keyClick(Qt.Key_Home);
        Desk.settle();  // a month just shown is laid out with the next frame
        const first = Desk.focusItem().x;
        keyClick(Qt.Key_End);
        Desk.settle();
        verify(Desk.focusItem().x > first);
        keyClick(Qt.Key_PageDown);
        compare(see("monthLabel").text, month);
        keyClick(Qt.Key_Return);
        verify(Desk.focusItem().chosen);
        see("timeField");
    }

    function test_a_day_is_chosen_with_the_mouse() {
        press("whenChip");
        see("timeField");
        press("previousMonthButton");
        const month = see("monthLabel").text;
        mouseClick(Desk.findWords("1"));
        compare(see("currentDay").text, "1");
        verify(see("currentDay").chosen);
        press("whenDoneButton");
        seeNot("timeField");
        press("whenChip");
        compare(see("monthLabel").text, month);
    }

    function test_a_time_that_is_none_is_not_taken() {
        const before = Desk.app.editor.whenLabel;
        press("whenChip");
        const field = see("timeField");
        field.selectAll();
        field.forceActiveFocus();
        keyClick(Qt.Key_Delete);
        type("7:");
        press("whenDoneButton");
        see("timeField");
        compare(Desk.focusName(), "timeField");
        keyClick(Qt.Key_Escape);
        seeNot("timeField");
        see("editorScreen");
        compare(Desk.app.editor.whenLabel, before);
    }

    function test_a_question_is_offered_exchanged_and_taken() {
        type("It fell through.");
        press("promptChip");
        const first = Desk.app.editor.prompt;
        seeWords(first);
        press("nextPromptButton");
        const second = Desk.app.editor.prompt;
        verify(second !== first && second !== "");
        seeWords(second);
        press("takePromptButton");
        seeNot("takePromptButton");
        compare(Desk.focusName(), "editorText");
        type("Nobody knew.");
        compare(see("editorText").text, "It fell through.\n\n## " + second + "\nNobody knew.");
    }

    function test_a_question_can_be_left_alone() {
        press("promptChip");
        press("closePromptButton");
        seeNot("takePromptButton");
        see("promptChip");
        compare(Desk.app.editor.text, "");
        compare(Desk.focusName(), "editorText");
    }

    function test_escape_on_an_empty_entry_leaves_nothing() {
        keyClick(Qt.Key_Escape);
        see("journalScreen");
        seeNot("editorScreen");
        compare(Desk.app.timeline.total, 6);
        verify(!Desk.app.removal.pending, "there is nothing to bring back");
    }

    function test_escape_keeps_what_was_written() {
        type("Enough");
        keyClick(Qt.Key_Escape);
        see("journalScreen");
        tryCompare(Desk.app.timeline, "total", 7);
        seeWords("Enough");
    }

    function test_control_and_return_keep() {
        type("Done with it");
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        see("journalScreen");
        tryCompare(Desk.app.timeline, "total", 7);
        compare(Desk.rows(Desk.app.timeline, "preview")[0], "Done with it");
    }

    function test_what_was_thrown_away_comes_back() {
        type("On second thought");
        press("editorMoreButton");
        press("discardItem");
        see("journalScreen");
        compare(Desk.app.timeline.total, 6);
        press("undoButton");
        see("editorScreen");
        compare(see("editorText").text, "On second thought");
    }

    function test_a_draft_comes_back_after_an_interruption() {
        type("Half a sent");
        tryCompare(Desk.app.editor, "status", EntryEditor.Saved, root.glance);
        verify(Desk.restart());
        reach(Session.Locked);
        verify(Desk.unlock());
        see("editorScreen");
        seeWords("This is what you were writing");
        const field = see("editorText");
        compare(field.text, "Half a sent");
        compare(Desk.focusName(), "editorText");
        type("ence");
        compare(field.text, "Half a sentence");
        compare(field.cursorPosition, 15);
    }
}
