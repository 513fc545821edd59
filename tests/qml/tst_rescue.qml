// SPDX-License-Identifier: Apache-2.0
// The way back: from a backup, and from a damaged file. What was there before is kept.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Rescue"

    function init() {
        failOnWarning(/.?/);
    }

    function backUp() {
        goToSettings("backups");
        const button = see("backUpNowButton");
        button.forceActiveFocus(Qt.TabFocusReason);
        Desk.settle();
        keyClick(Qt.Key_Space);
        tryVerify(() => Desk.app.backups.message !== "", root.patience);
        verify(!Desk.app.backups.failed, Desk.app.backups.message);
        seeWords("The backup is made and checked.");
    }

    function finish() {
        tryVerify(() => Desk.app.rescue.step === Rescue.Done, root.patience, Desk.app.rescue.message);
        Desk.settle();
    }

    function unlockAndCount(): int {
        press("leaveRescueButton");
        reach(Session.Locked);
        verify(Desk.unlock());
        return Desk.app.timeline.total;
    }

    function test_a_backup_takes_the_journals_place() {
        openWith(Desk.FewEntries, 412, 892);
        const total = Desk.app.timeline.total;
        backUp();
        Desk.app.removal.remove(Desk.rows(Desk.app.timeline, "entryId")[0]);
        tryCompare(Desk.app.timeline, "total", total - 1);
        const button = see("restoreButton");
        button.forceActiveFocus(Qt.TabFocusReason);
        Desk.settle();
        keyClick(Qt.Key_Space);
        reach(Session.Rescue);
        see("rescueScreen");
        // Nothing of the journal is left on the screen or in the models.
        compare(Desk.app.timeline.total, 0);
        tryCompare(Desk.app.rescue, "chosen", 0);
        typeInto("rescueSecretField", Desk.passphrase);
        keyClick(Qt.Key_Return);
        finish();
        seeWords("The backup was checked and is your journal now.");
        seeWords("replaced");
        compare(unlockAndCount(), total);
    }

    function test_a_wrong_passphrase_changes_nothing() {
        openWith(Desk.FewEntries, 412, 892);
        const total = Desk.app.timeline.total;
        backUp();
        Desk.app.rescue.begin(Rescue.Restore);
        tryCompare(Desk.app.rescue, "chosen", 0);
        typeInto("rescueSecretField", "not it");
        keyClick(Qt.Key_Return);
        tryVerify(() => Desk.app.rescue.message !== "", root.patience);
        compare(Desk.app.rescue.step, Rescue.Asking);
        seeWords("That opens nothing in this file.");
        compare(see("rescueSecretField").text, "");
        compare(unlockAndCount(), total);
    }

    function test_a_new_device_begins_with_a_backup() {
        beginWith(Desk.NoJournal, 412, 892);
        reach(Session.FirstRun);
        press("restoreButton");
        reach(Session.Rescue);
        verify(!see("rescueButton").enabled);
        press("leaveRescueButton");
        reach(Session.FirstRun);
    }

    function test_what_can_be_read_of_a_damaged_journal_is_saved() {
        beginWith(Desk.FewEntries, 412, 892);
        reach(Session.Locked);
        Desk.damageFile();
        typeInto("unlockField", Desk.passphrase);
        keyClick(Qt.Key_Return);
        reach(Session.Unavailable);
        seeWords("damaged");
        press("repairButton");
        reach(Session.Rescue);
        typeInto("rescueSecretField", Desk.passphrase);
        keyClick(Qt.Key_Return);
        finish();
        seeWords("6 entries were saved.");
        seeWords("The damaged file is kept as");
        press("leaveRescueButton");
        reach(Session.Locked);
        typeInto("unlockField", Desk.passphrase);
        keyClick(Qt.Key_Return);
        // Whether the recovery code was confirmed stood in the part that was lost: there is a new one.
        reach(Session.RecoveryCode);
        const group = Desk.app.session.recoveryCode.split("-")[Desk.app.session.askedGroup - 1];
        typeInto("recoveryGroupField", group);
        keyClick(Qt.Key_Return);
        reach(Session.Open);
        tryCompare(Desk.app.timeline, "total", 6);
    }

    function test_a_foreign_file_offers_a_backup_but_no_repair() {
        beginWith(Desk.ForeignFile, 412, 892);
        reach(Session.Unavailable);
        see("restoreButton");
        seeNot("repairButton");
    }

    function test_everything_is_sealed_anew() {
        openWith(Desk.FewEntries, 412, 892);
        const total = Desk.app.timeline.total;
        goToSettings("security");
        const button = see("sealAnewButton");
        button.forceActiveFocus(Qt.TabFocusReason);
        Desk.settle();
        keyClick(Qt.Key_Space);
        see("presentPassphraseField");
        Desk.settle();
        type(Desk.passphrase);
        keyClick(Qt.Key_Return);
        reach(Session.RecoveryCode);
        const group = Desk.app.session.recoveryCode.split("-")[Desk.app.session.askedGroup - 1];
        typeInto("recoveryGroupField", group);
        keyClick(Qt.Key_Return);
        reach(Session.Open);
        tryCompare(Desk.app.timeline, "total", total);
    }
}
