// SPDX-License-Identifier: Apache-2.0
// Closing the window ends the program, but for what was written and no disk took: that is said once.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Closing"

    readonly property string words: "Nobody had the key"

    function cleanup() {
        Desk.setDiskFull(false);
    }

    function verifyClosed() {
        tryVerify(() => !Desk.window.visible, root.patience, "the window is still open");
    }

    function closeRefused() {
        Desk.window.close();
        reach(Session.Locked);
        verify(see("endNotice").text.includes("once more"));
        verify(Desk.window.visible);
    }

    function test_an_open_journal_is_locked_and_saved_first() {
        openWith(Desk.EmptyJournal, 412, 892);
        press("newBarrierButton");
        type(root.words);
        Desk.window.close();
        verifyClosed();
        verify(Desk.restart());
        verify(Desk.unlock());
        compare(see("editorText").text, root.words);
    }

    function test_nothing_keeps_a_locked_one() {
        beginWith(Desk.FewEntries, 412, 892);
        reach(Session.Locked);
        Desk.window.close();
        verify(!Desk.window.visible);
    }

    function test_what_the_disk_does_not_take_is_told_once() {
        openWith(Desk.EmptyJournal, 412, 892);
        press("newBarrierButton");
        Desk.setDiskFull(true);
        type(root.words);
        closeRefused();
        wait(0);
        verifyNone(Desk.holders(root.words), "the words are on the lock screen");
        Desk.window.close();
        verifyClosed();
    }

    function test_with_room_on_the_disk_it_is_there_again_and_saved() {
        openWith(Desk.EmptyJournal, 412, 892);
        press("newBarrierButton");
        Desk.setDiskFull(true);
        type(root.words);
        closeRefused();
        Desk.setDiskFull(false);
        verify(Desk.unlock());
        compare(see("editorText").text, root.words);
        seeNot("endNotice");
        Desk.window.close();
        verifyClosed();
        verify(Desk.restart());
        verify(Desk.unlock());
        compare(see("editorText").text, root.words);
    }

    function test_a_form_is_kept_too() {
        Scenes.show(this, "deciding", 412);
        Desk.setDiskFull(true);
        see("decisionWhatField").text = root.words;
        closeRefused();
        Desk.setDiskFull(false);
        verify(Desk.unlock());
        seeWords("What you were writing when Pennydrop was interrupted");
    }

    function test_a_follow_up_is_kept_too() {
        openWith(Desk.FewEntries, 412, 892);
        mouseClick(see("timelineList").itemAtIndex(0));
        press("addNoteButton");
        see("followUpField");
        Desk.setDiskFull(true);
        type(root.words);
        closeRefused();
        Desk.setDiskFull(false);
        verify(Desk.unlock());
        compare(see("followUpField").text, root.words);
    }
}
