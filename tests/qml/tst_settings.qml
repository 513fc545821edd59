// SPDX-License-Identifier: Apache-2.0
// Settings take effect at once and are there the next time.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Settings"

    function init() {
        failOnWarning(/.?/);
        openWith(Desk.EmptyJournal, 412, 892);
    }

    function startAgain(group: string) {
        verify(Desk.restart());
        reach(Session.Locked);
        verify(Desk.unlock());
        goToSettings(group);
    }

    function reveal(name: string): Item {
        Desk.settle();  // the page does not scroll before its first layout
        const item = see(name);
        item.forceActiveFocus(Qt.TabFocusReason);
        Desk.settle();
        return item;
    }

    function test_the_theme_is_kept() {
        goToSettings("look");
        mouseClick(reveal("themeDark"));
        tryCompare(Desk.app.settings, "themeMode", AppSettings.Dark);
        verify(Desk.app.settings.dark);
        verify(Desk.find("themeDark").checked);
        verify(!Desk.find("themeSystem").checked);
        startAgain("look");
        compare(Desk.app.settings.themeMode, AppSettings.Dark);
        verify(reveal("themeDark").checked);
        mouseClick(reveal("themeLight"));
        tryCompare(Desk.app.settings, "dark", false);
    }

    function test_the_text_size_is_kept() {
        goToSettings("look");
        reveal("textSizeSlider");
        compare(Desk.app.settings.textScale, 1);
        for (let i = 0; i < 5; ++i) {
            keyClick(Qt.Key_Right);
        }
        fuzzyCompare(Desk.app.settings.textScale, 1.25, 0.001);
        seeWords("125 %");
        startAgain("look");
        fuzzyCompare(Desk.app.settings.textScale, 1.25, 0.001);
        seeWords("125 %");
    }

    function test_the_time_until_it_locks_is_kept() {
        goToSettings("security");
        const box = reveal("autoLockBox");
        compare(box.displayText, "5 minutes");
        keyClick(Qt.Key_Down);
        compare(Desk.app.settings.autoLockMinutes, 10);
        startAgain("security");
        compare(Desk.app.settings.autoLockMinutes, 10);
        compare(see("autoLockBox").displayText, "10 minutes");
    }

    function test_locking_with_the_screen_is_kept() {
        goToSettings("security");
        mouseClick(reveal("lockWithScreenSwitch"));
        tryCompare(Desk.app.settings, "lockWithScreen", false);
        Desk.lockScreen();
        Desk.settle();
        compare(Desk.app.session.state, Session.Open);
        startAgain("security");
        verify(!reveal("lockWithScreenSwitch").checked);
        mouseClick(Desk.find("lockWithScreenSwitch"));
        tryCompare(Desk.app.settings, "lockWithScreen", true);
        Desk.lockScreen();
        reach(Session.Locked);
    }

    function test_it_locks_at_once() {
        goToSettings("security");
        reveal("lockNowButton");
        press("lockNowButton");
        reach(Session.Locked);
    }

    function test_how_many_backups_stay_is_kept() {
        goToSettings("backups");
        seeNot("backupDaysBox");
        Desk.app.backups.daily = true;
        tryVerify(() => !Desk.app.backups.task.running, root.patience);
        const days = reveal("backupDaysBox");
        compare(days.displayText, "the last 7 days");
        verify(days.Accessible.name !== "");
        keyClick(Qt.Key_Down);
        compare(days.displayText, "the last 14 days");
        const weeks = reveal("backupWeeksBox");
        compare(weeks.displayText, "4 weeks before them");
        keyClick(Qt.Key_Up);
        compare(weeks.displayText, "no weeks before them");
        startAgain("backups");
        compare(reveal("backupDaysBox").displayText, "the last 14 days");
        compare(reveal("backupWeeksBox").displayText, "no weeks before them");
    }

    function test_the_journal_is_checked() {
        goToSettings("backups");
        seeNot("checkNotice");
        reveal("checkButton");
        keyClick(Qt.Key_Space);
        tryVerify(() => !Desk.app.check.task.running && Desk.app.check.message !== "", root.patience);
        Desk.settle();
        see("checkNotice");
        seeWords("The journal is sound");
        // The same button does it again, and a lock forgets what came of it.
        tryVerify(() => Desk.find("checkButton").enabled);
        reveal("checkButton");
        keyClick(Qt.Key_Space);
        Desk.app.session.lock();
        reach(Session.Locked);
        compare(Desk.app.check.message, "");
        verify(!Desk.app.check.task.running);
    }

    function test_it_says_where_the_journal_is_and_leads_back() {
        goToSettings("about");
        seeWords(Desk.journalPath);
        press("backButton");
        see("settingsList");
        press("backButton");
        see("journalScreen");
    }
}
