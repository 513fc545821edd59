// SPDX-License-Identifier: Apache-2.0
// Writing while the journal is locked: sealed at once, never read back before unlocking, there afterwards, once.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "LockedNote"

    readonly property string words: "Heron told the porter before anybody asked"

    function init() {
        failOnWarning(/.?/);
        openWith(Desk.EmptyJournal, 412, 892);
        // The first unlock is what makes it possible.
        tryVerify(() => Desk.app.timeline.ready);
        Desk.app.session.lock();
        reach(Session.Locked);
    }

    function rest() {
        tryVerify(() => !Desk.app.lockedNote.busy, root.patience);
        Desk.settle();
    }

    function write(text: string) {
        press("writeLockedButton");
        see("lockedNoteScreen");
        Desk.settle();
        compare(Desk.focusName(), "lockedNoteText");
        type(text);
    }

    function test_it_is_in_the_journal_after_unlocking() {
        write(root.words);
        press("kindLightBulb");
        press("lockedNoteDoneButton");
        rest();
        see("lockScreen");
        seeWords("Sealed.");
        // Nothing of it is left where somebody could read it.
        verifyNone(Desk.holders("Heron"), "still held");
        compare(Desk.app.timeline.total, 0);
        verify(Desk.unlock());
        tryCompare(Desk.app.timeline, "total", 1);
        verify(see("openingNotice").text.indexOf("1 entry written while it was locked") === 0, Desk.app.session.notice);
        verify(!Desk.app.session.noticeWarns);
        compare(Desk.rows(Desk.app.timeline, "preview")[0], root.words);
        compare(Desk.rows(Desk.app.timeline, "kind")[0], String(EntryKinds.LightBulb));
        Desk.app.session.lock();
        reach(Session.Locked);
        verify(Desk.unlock());
        compare(Desk.app.timeline.total, 1);
        compare(Desk.app.session.notice, "");
    }

    function test_going_back_keeps_what_was_written() {
        write("one");
        keyClick(Qt.Key_Escape);
        rest();
        see("lockScreen");
        write("two");
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        rest();
        see("lockScreen");
        press("writeLockedButton");
        keyClick(Qt.Key_Escape);
        see("lockScreen");
        verify(Desk.unlock());
        tryCompare(Desk.app.timeline, "total", 2);
    }

    function test_leaving_the_program_keeps_it() {
        write(root.words);
        verify(Desk.restart());
        reach(Session.Locked);
        verify(Desk.unlock());
        tryCompare(Desk.app.timeline, "total", 1);
    }

    function test_closing_the_window_seals_it_first() {
        write(root.words);
        Desk.window.close();
        verify(Desk.window.visible, "closed before the words were sealed");
        tryVerify(() => !Desk.window.visible, root.patience);
        verify(Desk.restart());
        reach(Session.Locked);
        verify(Desk.unlock());
        tryCompare(Desk.app.timeline, "total", 1);
    }

    function test_closing_the_window_says_what_it_would_cost() {
        write(root.words);
        Desk.replaceFile(Desk.FewEntries);
        Desk.window.close();
        rest();
        verify(Desk.window.visible);
        seeWords("Closing the window once more ends Pennydrop without them.");
        Desk.window.close();
        tryVerify(() => !Desk.window.visible, root.glance);
        verify(Desk.restart());
        reach(Session.Locked);
        seeWords("is lost");
    }

    function test_another_journal_in_its_place_gets_nothing() {
        write(root.words);
        Desk.replaceFile(Desk.FewEntries);
        press("lockedNoteDoneButton");
        rest();
        verify(Desk.app.lockedNote.failed);
        see("lockedNoteScreen");
        seeWords("Your words are still here.");
        compare(Desk.find("lockedNoteText").text, root.words);
        // Nothing is lost: the words are an entry once that journal is unlocked.
        press("lockedNoteStepBackButton");
        see("lockScreen");
        verify(Desk.unlock());
        tryCompare(Desk.app.timeline, "total", 7);
        verify(Desk.rows(Desk.app.timeline, "preview").indexOf(root.words) >= 0);
        Desk.app.session.lock();
        reach(Session.Locked);
        see("lockScreen");
    }

    function test_a_dark_screen_seals_it() {
        write(root.words);
        Desk.lockScreen();
        rest();
        see("lockScreen");
        verifyNone(Desk.holders("Heron"), "still held");
        verify(Desk.unlock());
        tryCompare(Desk.app.timeline, "total", 1);
    }

    function test_locking_by_key_seals_it() {
        write(root.words);
        keyClick(Qt.Key_L, Qt.ControlModifier);
        rest();
        see("lockScreen");
        verify(Desk.unlock());
        tryCompare(Desk.app.timeline, "total", 1);
    }

    function test_an_unlock_meanwhile_takes_the_words_along() {
        write(root.words);
        Desk.app.session.unlock(Desk.passphrase);
        reach(Session.Open);
        tryCompare(Desk.app.timeline, "total", 1);
        Desk.app.session.lock();
        reach(Session.Locked);
        see("lockScreen");
        verifyNone(Desk.holders("Heron"), "still held");
    }

    function test_it_is_not_offered_where_nobody_wants_it() {
        Desk.app.lockedNote.wanted = false;
        seeNot("writeLockedButton");
        Desk.app.lockedNote.wanted = true;
        see("writeLockedButton");
    }
}
