// SPDX-License-Identifier: Apache-2.0
// The recovery code: shown once, one group asked back.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    name: "Recovery"

    function init() {
        failOnWarning(/.?/);
        beginWith(Desk.NoJournal, 412, 892);
        Desk.app.session.createJournal(Desk.passphrase);
        reach(Session.RecoveryCode);
    }

    function group(number: int): string {
        return Desk.app.session.recoveryCode.split("-")[number - 1];
    }

    function test_every_group_is_shown() {
        see("recoveryScreen");
        const groups = Desk.app.session.recoveryCode.split("-");
        compare(groups.length, 3);
        for (const letters of groups) {
            compare(letters.length, 7);
            verify(Desk.shows(letters));
        }
        seeWords("type group " + Desk.app.session.askedGroup);
        compare(Desk.focusName(), "recoveryGroupField");
        verify(!see("recoveryContinueButton").enabled);
        seeNot("recoveryReplacedNotice");
    }

    function test_a_wrong_group_says_so_and_stays() {
        const asked = Desk.app.session.askedGroup;
        const wrong = group(asked % 3 + 1);
        type(wrong.toLowerCase());
        press("recoveryContinueButton");
        seeWords("That is not group " + asked);
        compare(Desk.app.session.state, Session.RecoveryCode);
        compare(Desk.focusName(), "recoveryGroupField");
        compare(see("recoveryGroupField").selectedText, wrong.toLowerCase());
        // Typing replaces what was wrong.
        type(group(asked).toLowerCase());
        keyClick(Qt.Key_Return);
        reach(Session.Open);
    }

    function test_the_right_group_opens_the_journal_and_forgets_the_code() {
        const code = Desk.app.session.recoveryCode;
        type(group(Desk.app.session.askedGroup));
        press("recoveryContinueButton");
        reach(Session.Open);
        see("journalScreen");
        for (const letters of code.split("-")) {
            verifyNone(Desk.holders(letters), "a group of the code is still there");
        }
    }

    function test_the_page_to_print_says_where_it_is() {
        press("saveRecoveryButton");
        seeWords("The page was saved as");
        seeWords("not encrypted");
        compare(Desk.focusName(), "recoveryGroupField");
    }

    function test_after_the_screen_lock_there_is_a_new_code() {
        const code = Desk.app.session.recoveryCode;
        Desk.lockScreen();
        reach(Session.Locked);
        Desk.app.session.unlock(Desk.passphrase);
        reach(Session.RecoveryCode);
        see("recoveryScreen");
        verify(Desk.app.session.recoveryCode !== code);
        see("recoveryReplacedNotice");
        seeWords("the earlier one was never confirmed and no longer opens the journal");
    }
}
