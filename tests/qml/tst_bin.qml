// SPDX-License-Identifier: Apache-2.0
// The bin: an entry comes back, one goes for good once one has said so twice, and the whole journal with its passphrase.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Bin"

    function openBin(deleted: int) {
        openWith(Desk.FewEntries, 412, 892);
        const ids = Desk.rows(Desk.app.timeline, "entryId");
        for (let i = 0; i < deleted; ++i) {
            Desk.app.removal.remove(ids[i]);
        }
        tryCompare(Desk.app.timeline, "total", 6 - deleted);
        Desk.app.removal.dismiss();
        goToSettings("writing");
        reveal("binButton");
        keyClick(Qt.Key_Space);
        see("binScreen");
        tryVerify(() => Desk.app.bin.ready);
        Desk.settle();
    }

    function reveal(name: string) {
        Desk.settle();
        see(name).forceActiveFocus(Qt.TabFocusReason);
        Desk.settle();
    }

    function test_an_empty_bin_leads_back_to_the_settings() {
        openBin(0);
        seeWords("Nothing here");
        seeNot("eraseAllButton");
        press("backButton");
        see("writingPage");
    }

    function test_an_entry_comes_back() {
        openBin(1);
        seeWords("marmalade round");
        seeWords("Deleted: ");
        seeWords("Kept until: ");
        press("restoreEntry0");
        seeWords("Nothing here");
        seeWords("Entry brought back");
        tryCompare(Desk.app.timeline, "total", 6);
        press("undoButton");
        seeWords("marmalade round");
        tryCompare(Desk.app.timeline, "total", 5);
    }

    function test_erasing_one_asks_first() {
        openBin(2);
        press("eraseEntry0");
        seeWords("This entry is erased with its notes and files.");
        tryVerify(() => Desk.focusName() === "keepButton", root.glance);
        press("keepButton");
        seeNot("confirmEraseButton");
        verify(Desk.app.bin.rowCount() === 2);
        press("eraseEntry0");
        press("confirmEraseButton");
        tryVerify(() => Desk.app.bin.rowCount() === 1, root.glance);
        seeNot("confirmEraseButton");
        see("restoreEntry0");
    }

    function test_everything_in_the_bin_goes_at_once() {
        openBin(3);
        reveal("eraseAllButton");
        keyClick(Qt.Key_Space);
        seeWords("Everything that is deleted is erased now.");
        press("confirmEraseButton");
        seeWords("Nothing here");
        compare(Desk.app.timeline.total, 3);
    }

    function test_the_days_are_kept() {
        openBin(1);
        compare(see("binDaysBox").displayText, "30 days");
        reveal("binDaysBox");
        keyClick(Qt.Key_Down);
        tryCompare(see("binDaysBox"), "displayText", "90 days");
        tryVerify(() => !Desk.app.bin.busy);
        press("backButton");
        see("writingPage");
        reveal("binButton");
        keyClick(Qt.Key_Space);
        tryCompare(see("binDaysBox"), "displayText", "90 days");
    }

    function openErasing() {
        openWith(Desk.FewEntries, 412, 892);
        goToSettings("about");
        reveal("eraseJournalButton");
        keyClick(Qt.Key_Space);
        see("presentPassphraseField");
        Desk.settle();
    }

    function test_the_whole_journal_goes_with_its_passphrase() {
        openErasing();
        type(Desk.passphrase);
        keyClick(Qt.Key_Return);
        reach(Session.Erasing);
        tryVerify(() => Desk.app.erasure.done, root.patience);
        see("erasingScreen");
        seeWords("The journal is erased");
        compare(Desk.app.timeline.total, 0);
        press("leaveErasedButton");
        reach(Session.FirstRun);
        see("passphraseField");
    }

    function test_backups_of_an_erased_journal_are_named() {
        openWith(Desk.FewEntries, 412, 892);
        Desk.app.backups.backUpNow();
        tryVerify(() => Desk.app.backups.message !== "" && !Desk.app.backups.task.running, root.patience);
        Desk.app.erasure.erase(Desk.passphrase);
        tryVerify(() => Desk.app.erasure.done, root.patience);
        Desk.settle();
        seeWords("These copies still open with its passphrase.");
        seeWords(Desk.app.erasure.copiesLeft[0]);
        press("leaveErasedButton");
        reach(Session.FirstRun);
    }

    function test_a_wrong_passphrase_erases_nothing() {
        openErasing();
        type("otter");
        keyClick(Qt.Key_Return);
        seeWords("Nothing was erased.");
        compare(Desk.app.session.state, Session.Open);
        keyClick(Qt.Key_Escape);
        seeNot("presentPassphraseField");
        compare(Desk.app.erasure.problem, "");
        compare(Desk.app.timeline.total, 6);
    }
}
