// SPDX-License-Identifier: Apache-2.0
// A month of one person, end to end: written while locked, found after unlocking, looked at again a month later, answered
// by a light bulb, and a barrier that is cleared in the end.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Story"

    function reachAndPress(name: string) {
        see(name).forceActiveFocus(Qt.TabFocusReason);
        press(name);
    }

    function lockAndUnlock() {
        Desk.app.session.lock();
        reach(Session.Locked);
        verify(Desk.unlock());
        tryVerify(() => Desk.app.timeline.ready, root.patience);
    }

    function writeEntry(button: string, words: string) {
        press(button);
        see("editorScreen");
        Desk.settle();
        type(words);
    }

    function test_a_setback_becomes_learning_data() {
        return [{tag: "phone", width: 412, height: 892}, {tag: "desktop", width: 1280, height: 800}];
    }

    function test_a_setback_becomes_learning(data) {
        // Written while locked, in the timeline once.
        openWith(Desk.EmptyJournal, data.width, data.height);
        tryVerify(() => Desk.app.timeline.ready, root.patience);
        Desk.app.session.lock();
        reach(Session.Locked);
        press("writeLockedButton");
        see("lockedNoteScreen");
        Desk.settle();
        type("The ward list was a day old again");
        press("lockedNoteDoneButton");
        tryVerify(() => !Desk.app.lockedNote.busy, root.patience);
        see("lockScreen");
        verify(Desk.unlock());
        tryCompare(Desk.app.timeline, "total", 1, root.patience);
        compare(Desk.rows(Desk.app.timeline, "mark")[0], String(EntryMarks.Open));

        // A month later it comes back with a question.
        Desk.passDays(31);
        lockAndUnlock();
        press("reviewButton");
        see("reviewScreen");
        tryVerify(() => Desk.app.review.shown && Desk.app.review.words.includes("ward list"), root.glance);
        typeInto("answerField", "Lists need an owner");
        press("keepAnswerButton");
        tryVerify(() => !Desk.app.review.shown, root.glance);
        press("journalButton");
        see("journalScreen");

        // What it taught turns its mark.
        mouseClick(see("timelineList").itemAtIndex(0));
        see("entryScreen");
        seeWords("Lists need an owner");
        reachAndPress("addTaughtButton");
        tryVerify(() => Desk.focusName() === "followUpField");
        type("Name who keeps the list");
        reachAndPress("followUpDoneButton");
        seeNot("followUpField");
        tryVerify(() => Desk.rows(Desk.app.timeline, "mark")[0] === String(EntryMarks.Learned), root.glance);
        if (data.width < 600) {
            press("backButton");
        }
        see("journalScreen");

        // A light bulb about the same is offered a link.
        writeEntry("newLightBulbButton", "The ward list now has an owner and is never old");
        tryVerify(() => Desk.app.similar.offered, root.patience);
        press("similarButton");
        press("candidate0");
        press("relation" + LinkRelations.Answers);
        seeNot("candidate0");
        compare(see("similarButton").text, "Linked to 1 entry");
        press("editorDoneButton");
        tryCompare(Desk.app.timeline, "total", 2, root.patience);

        // A barrier is named, and cleared.
        writeEntry("newBarrierButton", "Nobody may print the list after four");
        press("editorDoneButton");
        tryCompare(Desk.app.timeline, "total", 3, root.patience);
        Desk.passDays(5);
        lockAndUnlock();
        const barrier = Desk.rows(Desk.app.timeline, "kind").indexOf(String(EntryKinds.Barrier));
        Desk.app.reader.show(Desk.rows(Desk.app.timeline, "entryId")[barrier]);
        see("entryScreen");
        reachAndPress("state3");
        tryCompare(Desk.app.reader, "state", 3, root.patience);

        // The year says both.
        keyClick(Qt.Key_T, Qt.ControlModifier);
        see("trendsScreen");
        tryVerify(() => Desk.app.trends.ready, root.patience);
        compare(see("learningReading").text, "The one setback of 2026 has taught something.");
        compare(see("barriersReading").text, "The one barrier of 2026 is cleared.");
    }
}
