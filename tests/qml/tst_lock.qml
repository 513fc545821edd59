// SPDX-License-Identifier: Apache-2.0
// The lock: a wrong try says so and never more, waits grow, the recovery code is another way in.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Lock"

    readonly property string newPassphrase: "copper window twelve moss"

    function init() {
        failOnWarning(/.?/);
        beginWith(Desk.FewEntries, 412, 892);
        reach(Session.Locked);
    }

    function tryWrong() {
        typeInto("unlockField", "otter");
        keyClick(Qt.Key_Return);
        tryVerify(() => !Desk.app.session.busy, root.patience);
    }

    function test_names_the_journal_and_shows_no_entry() {
        see("lockScreen");
        seeWords("my work");
        compare(Desk.window.title, "Pennydrop – my work");
        verifyNone(Desk.holders("marmalade"), "an entry is there");
        compare(Desk.focusName(), "unlockField");
        verify(!see("unlockButton").enabled);
    }

    function test_the_right_passphrase_opens() {
        type(Desk.passphrase);
        press("unlockButton");
        reach(Session.Open);
        see("journalScreen");
        verifyNone(Desk.holders(Desk.passphrase), "the passphrase is still there");
    }

    function test_return_opens() {
        type(Desk.passphrase);
        keyClick(Qt.Key_Return);
        reach(Session.Open);
    }

    function test_a_wrong_passphrase_says_so_and_typing_replaces_it() {
        tryWrong();
        compare(Desk.app.session.state, Session.Locked);
        seeWords("That does not open this journal.");
        compare(see("unlockField").selectedText.length, "otter".length);
        compare(Desk.focusName(), "unlockField");
        type(Desk.passphrase);
        keyClick(Qt.Key_Return);
        reach(Session.Open);
    }

    function test_after_three_wrong_tries_one_waits() {
        for (let i = 0; i < 3; ++i) {
            compare(Desk.app.session.waitSeconds, 0);
            tryWrong();
        }
        compare(Desk.app.session.waitSeconds, 2);
        seeWords("Try again in 2 seconds");
        verify(!see("unlockButton").enabled);
        see("unlockField").clear();
        typeInto("unlockField", Desk.passphrase);
        keyClick(Qt.Key_Return);
        verify(!Desk.app.session.busy, "no try before its time");

        Desk.pass(1);
        seeWords("Try again in 1 second");
        Desk.pass(1);
        tryCompare(Desk.app.session, "waitSeconds", 0);
        tryVerify(() => see("unlockButton").enabled);
        press("unlockButton");
        reach(Session.Open);
    }

    function test_starting_again_does_not_shorten_the_wait() {
        for (let i = 0; i < 3; ++i) {
            tryWrong();
        }
        verify(Desk.restart());
        reach(Session.Locked);
        compare(Desk.app.session.waitSeconds, 2);
        seeWords("Try again in 2 seconds");
    }

    function test_the_recovery_code_leads_to_a_new_passphrase() {
        press("useRecoveryButton");
        seeNot("unlockField");
        compare(Desk.focusName(), "recoveryCodeField");
        type(Desk.recoveryCode(Desk.FewEntries).toLowerCase().replace(/-/g, " "));
        press("unlockButton");
        reach(Session.NewPassphrase);
        see("newPassphraseScreen");
        compare(Desk.focusName(), "passphraseField");

        type(root.newPassphrase);
        keyClick(Qt.Key_Return);
        type(root.newPassphrase);
        press("createButton");
        reach(Session.Open);
        see("journalScreen");
        seeWords("marmalade");

        Desk.app.session.lock();
        reach(Session.Locked);
        typeInto("unlockField", Desk.passphrase);
        keyClick(Qt.Key_Return);
        tryVerify(() => !Desk.app.session.busy, root.patience);
        compare(Desk.app.session.state, Session.Locked, "the old one no longer opens");
        type(root.newPassphrase);
        keyClick(Qt.Key_Return);
        reach(Session.Open);
    }

    function test_an_incomplete_code_is_no_try() {
        press("useRecoveryButton");
        type("ABCDEFG");
        press("unlockButton");
        seeWords("That is not a complete recovery code.");
        compare(Desk.app.session.state, Session.Locked);
        press("useRecoveryButton");
        see("unlockField");
        seeNoWords("That is not a complete recovery code.");
        compare(Desk.focusName(), "unlockField");
    }
}
