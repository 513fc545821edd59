// SPDX-License-Identifier: Apache-2.0
// What comes after an entry, on its page: notes and what it taught, how a barrier stands, what is decided for now, what
// belongs to it.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "EntryLife"

    function read(row: int) {
        openWith(Desk.FewEntries, 412, 892);
        Desk.app.reader.show(Desk.rows(Desk.app.timeline, "entryId")[row]);
        see("entryScreen");
    }

    // Scrolls as the keyboard does, then presses.
    function reachAndPress(name: string) {
        see(name).forceActiveFocus(Qt.TabFocusReason);
        press(name);
    }

    function test_a_setback_is_learned_from() {
        read(0);
        seeWords("Open");
        reachAndPress("addTaughtButton");
        tryVerify(() => Desk.focusName() === "followUpField");
        type("Read names aloud");
        tryVerify(() => Desk.find("followUpSaved") !== null, root.glance);
        seeNot("addNoteButton");
        reachAndPress("followUpDoneButton");
        seeNot("followUpField");
        seeWords("Read names aloud");
        seeWords("What it taught");
        seeWords("Learned");
        press("backButton");
        see("journalScreen");
        compare(Desk.rows(Desk.app.timeline, "mark")[0], String(EntryMarks.Learned));
        seeWords("Learned");
    }

    function test_a_note_comes_back_after_an_interruption() {
        read(0);
        reachAndPress("addNoteButton");
        tryVerify(() => Desk.focusName() === "followUpField");
        type("Half a sent");
        see("followUpSaved");
        verify(Desk.restart());
        reach(Session.Locked);
        verify(Desk.unlock());
        Desk.settle();
        mouseClick(see("timelineList").itemAtIndex(0));
        const field = see("followUpField");
        compare(field.text, "Half a sent");
        field.forceActiveFocus();
        type("ence");
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        seeNot("followUpField");
        seeWords("Half a sentence");
    }

    function test_a_lock_shows_the_note_again() {
        read(0);
        reachAndPress("addNoteButton");
        tryVerify(() => Desk.focusName() === "followUpField");
        type("Typed just now");
        keyClick(Qt.Key_L, Qt.ControlModifier);
        reach(Session.Locked);
        verify(Desk.unlock());
        compare(see("followUpField").text, "Typed just now");
    }

    function test_a_note_is_changed_and_deleted() {
        read(0);
        reachAndPress("addNoteButton");
        tryVerify(() => Desk.focusName() === "followUpField");
        type("Before");
        reachAndPress("followUpDoneButton");
        see("followUpText0");
        reachAndPress("followUpMenu0");
        press("changeFollowUp");
        const field = see("followUpField");
        compare(field.text, "Before");
        field.selectAll();
        type("After");
        reachAndPress("followUpDoneButton");
        tryVerify(() => Desk.find("followUpText0") !== null && Desk.find("followUpText0").text === "After", root.glance);
        reachAndPress("followUpMenu0");
        press("deleteFollowUp");
        seeNot("followUpText0");
        press("undoButton");
        see("followUpText0");
    }

    function test_a_barrier_is_marked_with_one_press() {
        read(3);
        compare(Desk.app.reader.kind, EntryKinds.Barrier);
        reachAndPress("state1");
        tryCompare(Desk.app.reader, "state", 1);
        verify(see("state1").checked);
        seeWords("Now marked: Stuck");
        seeWords("Stuck · Today");
        reachAndPress("state3");
        tryCompare(Desk.app.reader, "state", 3);
        verify(!see("state1").checked);
        seeWords("Cleared · Today");
        press("undoButton");
        tryCompare(Desk.app.reader, "state", 1);
        verify(see("state1").checked);
        // The one in force stays when it is pressed.
        reachAndPress("state1");
        Desk.settle();
        verify(see("state1").checked);
        press("backButton");
        see("journalScreen");
        seeWords("Stuck");
    }

    function test_something_is_decided_for_now_and_adopted() {
        read(3);
        reachAndPress("addDecisionButton");
        tryVerify(() => Desk.focusName() === "decisionWhatField");
        verify(!see("decisionKeepButton").enabled);
        type("One list on the door");
        press("inAMonth");
        compare(Desk.app.life.decisionForm.inDays, 30);
        typeInto("decisionHowField", "Nobody asks twice");
        press("decisionKeepButton");
        seeNot("decisionWhatField");
        seeWords("One list on the door");
        seeWords("Nobody asks twice");
        reachAndPress("endDecision0");
        press("outcome2");
        typeInto("endWordsField", "It stays");
        press("decisionKeepButton");
        seeNot("endWordsField");
        seeWords("Adopted");
        seeWords("It stays");
        press("undoButton");
        see("endDecision0");
    }

    function test_a_day_is_chosen_for_a_decision() {
        read(3);
        reachAndPress("addDecisionButton");
        tryVerify(() => Desk.focusName() === "decisionWhatField");
        type("For now");
        press("untilChip");
        see("monthLabel");
        compare(Desk.find("timeField"), null);
        press("nextMonthButton");
        press("nextMonthButton");
        mouseClick(Desk.findWords("1"));
        press("dayDoneButton");
        seeNot("monthLabel");
        verify(Desk.app.life.decisionForm.until.endsWith("-01"));
        press("decisionKeepButton");
        see("decision0");
    }

    function test_a_decision_is_adapted() {
        read(3);
        reachAndPress("addDecisionButton");
        tryVerify(() => Desk.focusName() === "decisionWhatField");
        type("A list");
        press("decisionKeepButton");
        see("decision0");
        reachAndPress("endDecision0");
        press("outcome1");
        const what = see("decisionWhatField");
        compare(what.text, "A list");
        what.forceActiveFocus();
        type("s");
        press("decisionKeepButton");
        see("decision1");
        seeWords("Adapted");
        seeWords("A lists");
    }

    function test_half_a_decision_is_there_after_an_interruption() {
        read(3);
        reachAndPress("addDecisionButton");
        tryVerify(() => Desk.focusName() === "decisionWhatField");
        type("One li");
        typeInto("decisionHowField", "Nobody asks");
        verify(Desk.restart());
        reach(Session.Locked);
        verify(Desk.unlock());
        Desk.settle();
        Desk.app.reader.show(Desk.rows(Desk.app.timeline, "entryId")[3]);
        see("entryScreen");
        see("decisionWaiting");
        reachAndPress("resumeDecisionButton");
        seeNot("resumeDecisionButton");
        const what = see("decisionWhatField");
        tryCompare(what, "text", "One li");
        compare(see("decisionHowField").text, "Nobody asks");
        see("decisionRestored");
        tryVerify(() => Desk.focusName() === "decisionWhatField");
        type("st");
        compare(what.text, "One list");
        press("decisionKeepButton");
        seeNot("decisionWhatField");
        seeWords("One list");
        seeNot("decisionWaiting");
    }

    function test_an_entry_is_linked_found_and_unlinked() {
        read(0);
        reachAndPress("addLinkButton");
        tryVerify(() => Desk.focusName() === "linkSearchField");
        type("rail");
        tryVerify(() => Desk.find("candidate0") !== null && Desk.app.life.picker.count === 1, root.glance);
        press("candidate0");
        press("relation" + LinkRelations.CameFrom);
        seeNot("relation" + LinkRelations.CameFrom);
        see("link0");
        seeWords("Came from");
        reachAndPress("link0");
        tryCompare(Desk.app.reader, "kind", EntryKinds.Barrier);
        seeWords("Led to");
        reachAndPress("unlink0");
        seeNot("link0");
        press("undoButton");
        see("link0");
    }

    function test_locking_leaves_nothing_on_the_screen() {
        read(3);
        reachAndPress("addDecisionButton");
        tryVerify(() => Desk.focusName() === "decisionWhatField");
        type("private");
        keyClick(Qt.Key_L, Qt.ControlModifier);
        reach(Session.Locked);
        verifyNone(Desk.holders("private"), "still held");
    }
}
