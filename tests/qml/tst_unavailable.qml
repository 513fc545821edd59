// SPDX-License-Identifier: Apache-2.0
// A file that cannot be opened at all: what happened, what is safe, what to do.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    name: "Unavailable"

    function init() {
        failOnWarning(/.?/);
        beginWith(Desk.ForeignFile, 412, 892);
        reach(Session.Unavailable);
    }

    function test_says_what_happened_and_where() {
        see("unavailableScreen");
        seeWords("This file is not a Pennydrop journal.");
        seeWords("It was left exactly as it is.");
        seeWords(Desk.journalPath);
        compare(Desk.focusName(), "retryButton");
    }

    function test_trying_again_looks_again() {
        press("retryButton");
        reach(Session.Unavailable);
        seeWords("This file is not a Pennydrop journal.");
        Desk.replaceFile(Desk.EmptyJournal);
        press("retryButton");
        reach(Session.Locked);
        see("lockScreen");
    }

    function test_a_file_that_is_gone_makes_room_for_a_new_one() {
        Desk.replaceFile(Desk.NoJournal);
        press("retryButton");
        reach(Session.FirstRun);
        see("firstRunScreen");
    }
}
