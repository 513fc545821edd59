// SPDX-License-Identifier: Apache-2.0
// Another passphrase and another recovery code, from the settings.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Keys"

    readonly property string next: "maple window under nine stairs"

    function init() {
        failOnWarning(/.?/);
        openWith(Desk.EmptyJournal, 412, 892);
        goToSettings("security");
    }

    function openSheet(name: string) {
        const button = see(name);
        button.forceActiveFocus(Qt.TabFocusReason);
        Desk.settle();
        keyClick(Qt.Key_Space);
        see("presentPassphraseField");
        Desk.settle();
    }

    function rest() {
        tryVerify(() => !Desk.app.keys.busy, root.patience, "the keys are still busy");
        Desk.settle();
    }

    function test_the_passphrase_is_changed() {
        openSheet("changePassphraseButton");
        verify(Desk.find("presentPassphraseField").activeFocus, "the cursor is in the first field");
        type(Desk.passphrase);
        keyClick(Qt.Key_Return);
        type(root.next);
        keyClick(Qt.Key_Return);
        type(root.next);
        keyClick(Qt.Key_Return);
        rest();
        seeNot("presentPassphraseField");
        seeWords("The passphrase is changed");
        Desk.app.session.lock();
        reach(Session.Locked);
        typeInto("unlockField", root.next);
        keyClick(Qt.Key_Return);
        reach(Session.Open);
    }

    function test_a_wrong_passphrase_is_said_and_the_sheet_stays() {
        openSheet("changePassphraseButton");
        type("not the passphrase");
        typeInto("passphraseField", root.next);
        typeInto("passphraseAgainField", root.next);
        keyClick(Qt.Key_Return);
        rest();
        verify(Desk.app.keys.failed);
        see("presentPassphraseField");
        verify(see("formNotice").text.indexOf("does not open this journal") >= 0);
        press("closeSheetButton");
        seeNot("presentPassphraseField");
        compare(Desk.app.keys.message, "");
        // Nothing typed is left for whoever opens the sheet next.
        openSheet("changePassphraseButton");
        compare(Desk.find("presentPassphraseField").text, "");
        compare(Desk.find("passphraseField").text, "");
    }

    function test_a_new_recovery_code_is_shown() {
        openSheet("renewRecoveryButton");
        type(Desk.passphrase);
        keyClick(Qt.Key_Return);
        reach(Session.RecoveryCode);
        see("recoveryScreen");
        const group = Desk.app.session.recoveryCode.split("-")[Desk.app.session.askedGroup - 1];
        typeInto("recoveryGroupField", group);
        keyClick(Qt.Key_Return);
        reach(Session.Open);
    }

    function test_locking_closes_the_sheet() {
        openSheet("changePassphraseButton");
        type(Desk.passphrase);
        Desk.app.session.lock();
        reach(Session.Locked);
        seeNot("presentPassphraseField");
    }
}
