// SPDX-License-Identifier: Apache-2.0
// The settings are a list of groups with a page for each: there and back by hand and by keys, beside each other where
// there is room, and never lost on the way from elsewhere.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "SettingsGroups"

    readonly property list<string> groups: ["security", "backups", "writing", "review", "look", "about"]

    function eachGroup() {
        return root.groups.map(group => ({tag: group}));
    }

    function hasKeyboard(name: string) {
        tryVerify(() => Desk.focusName() === name, root.glance, "the keyboard is at " + Desk.focusName());
    }

    // As it shows itself to who has no pointer.
    function showsKeyboard(name: string) {
        root.hasKeyboard(name);
        verify(Desk.focusItem().visualFocus, name + " does not show that it has the keyboard");
    }

    function titleHasKeyboard(page: string) {
        root.hasKeyboard("screenTitle");
        verify(see(page) !== null);
        verify(root.isIn(Desk.focusItem(), see(page)), "it is the title of another page");
    }

    function isIn(item: Item, outer: Item): bool {
        for (let ancestor = item; ancestor; ancestor = ancestor.parent) {
            if (ancestor === outer) {
                return true;
            }
        }
        return false;
    }

    function tabTo(name: string) {
        for (let i = 0; i < 60 && Desk.focusName() !== name; ++i) {
            keyClick(Qt.Key_Tab);
        }
        compare(Desk.focusName(), name);
    }

    // On a phone

    function test_by_hand_there_and_back_data() {
        return root.eachGroup();
    }

    function test_by_hand_there_and_back(data) {
        openWith(Desk.FewEntries, 412, 892);
        goToSettings();
        for (const group of root.groups) {
            see(group + "Group");
        }
        press(data.tag + "Group");
        see(data.tag + "Page");
        seeNot("settingsList");
        root.titleHasKeyboard(data.tag + "Page");
        verify(!Desk.focusItem().ringed, "a finger needs no ring");
        compare(Desk.focusItem().text, Desk.rows(Desk.app.settingsGroups, "label")[root.groups.indexOf(data.tag)]);
        press("backButton");
        see("settingsList");
        seeNot(data.tag + "Page");
        root.hasKeyboard(data.tag + "Group");
        press("backButton");
        see("journalScreen");
    }

    function test_by_keys_alone_there_and_back() {
        openWith(Desk.FewEntries, 412, 892);
        root.tabTo("settingsButton");
        keyClick(Qt.Key_Space);
        root.hasKeyboard("securityGroup");
        keyClick(Qt.Key_Down);
        root.showsKeyboard("backupsGroup");
        keyClick(Qt.Key_Tab);
        root.showsKeyboard("writingGroup");
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Return);
        root.titleHasKeyboard("backupsPage");
        verify(Desk.focusItem().ringed);
        keyClick(Qt.Key_Tab);
        root.hasKeyboard("dailyBackupSwitch");
        keyClick(Qt.Key_Escape);
        root.showsKeyboard("backupsGroup");
        keyClick(Qt.Key_Space);
        root.titleHasKeyboard("backupsPage");
        keyClick(Qt.Key_Tab, Qt.ShiftModifier);
        root.hasKeyboard("backButton");
        keyClick(Qt.Key_Space);
        root.showsKeyboard("backupsGroup");
        keyClick(Qt.Key_Escape);
        see("journalScreen");
    }

    function test_the_arrow_keys_scroll_a_page_of_words() {
        openWith(Desk.FewEntries, 412, 892);
        goToSettings("about");
        Desk.resize(412, 400);
        root.titleHasKeyboard("aboutPage");
        const top = see("journalPath").mapToItem(null, 0, 0).y;
        keyClick(Qt.Key_Down);
        verify(see("journalPath").mapToItem(null, 0, 0).y < top);
        keyClick(Qt.Key_Up);
        compare(see("journalPath").mapToItem(null, 0, 0).y, top);
    }

    // Beside a rail, and beside each other

    function test_beside_the_rail_the_same_button_leads_to_the_list() {
        openWith(Desk.FewEntries, 700, 800);
        goToSettings("look");
        seeNot("settingsList");
        verify(see("settingsButton").current);
        press("settingsButton");
        see("settingsList");
        seeNot("lookPage");
    }

    function test_with_room_the_first_is_open_by_itself() {
        openWith(Desk.FewEntries, 1280, 800);
        goToSettings();
        see("settingsList");
        see("securityPage");
        seeNot("backButton");
        root.hasKeyboard("securityGroup");
        verify(see("securityGroup").current);
        press("lookGroup");
        see("lookPage");
        seeNot("securityPage");
        see("settingsList");
        verify(see("lookGroup").current && !see("securityGroup").current);
        root.titleHasKeyboard("lookPage");
        verify(see("settingsButton").current);
        press("settingsButton");
        see("lookPage");
        keyClick(Qt.Key_Escape);
        see("journalScreen");
        verify(!see("settingsButton").current);
    }

    function test_with_room_by_keys_alone() {
        openWith(Desk.FewEntries, 1280, 800);
        root.tabTo("settingsButton");
        keyClick(Qt.Key_Space);
        root.hasKeyboard("securityGroup");
        keyClick(Qt.Key_Tab);
        root.showsKeyboard("backupsGroup");
        see("securityPage");
        keyClick(Qt.Key_Return);
        root.titleHasKeyboard("backupsPage");
        keyClick(Qt.Key_Tab);
        root.showsKeyboard("dailyBackupSwitch");
        keyClick(Qt.Key_Tab, Qt.ShiftModifier);
        root.showsKeyboard("aboutGroup");
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Space);
        root.titleHasKeyboard("lookPage");
        keyClick(Qt.Key_Escape);
        see("journalScreen");
    }

    function test_the_open_group_pressed_again_takes_the_keyboard() {
        openWith(Desk.FewEntries, 1280, 800);
        goToSettings();
        press("securityGroup");
        root.titleHasKeyboard("securityPage");
    }

    // From elsewhere

    function test_back_from_where_a_page_leads_data() {
        const rows = [];
        for (const width of [412, 1280]) {
            for (const way of ["questions", "tags", "bin"]) {
                rows.push({tag: way + " at " + width, way: way, width: width});
            }
        }
        return rows;
    }

    function test_back_from_where_a_page_leads(data) {
        openWith(Desk.FewEntries, data.width, 892);
        goToSettings("writing");
        see(data.way + "Button").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        see(data.way + "Screen");
        seeNot("writingPage");
        keyClick(Qt.Key_Escape);
        see("writingPage");
        root.showsKeyboard(data.way + "Button");
        keyClick(Qt.Key_Escape);
        if (data.width < 900) {
            root.showsKeyboard("writingGroup");
            keyClick(Qt.Key_Escape);
        }
        see("journalScreen");
    }

    function test_back_on_a_low_window_shows_where_one_was() {
        openWith(Desk.FewEntries, 412, 400);
        goToSettings("writing");
        see("binButton").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        see("binScreen");
        press("backButton");
        root.hasKeyboard("binButton");
        const button = see("binButton");
        tryVerify(() => button.mapToItem(null, 0, button.height).y <= 400, root.glance);
    }

    function test_the_rail_says_settings_behind_them() {
        openWith(Desk.FewEntries, 1280, 800);
        goToSettings("writing");
        press("tagsButton");
        see("tagsScreen");
        verify(see("settingsButton").current);
        press("settingsButton");
        see("writingPage");
    }

    // Another size, a lock

    function test_a_narrower_window_keeps_the_page() {
        openWith(Desk.FewEntries, 1280, 800);
        goToSettings("look");
        Desk.resize(412, 892);
        see("lookPage");
        seeNot("settingsList");
        verify(root.isIn(Desk.focusItem(), see("lookPage")));
        press("backButton");
        root.hasKeyboard("lookGroup");
    }

    function test_a_narrower_window_keeps_the_keyboard() {
        openWith(Desk.FewEntries, 1280, 800);
        goToSettings();
        root.hasKeyboard("securityGroup");
        Desk.resize(412, 892);
        seeNot("settingsList");
        root.titleHasKeyboard("securityPage");
    }

    function test_a_wider_window_opens_the_first_and_leaves_the_keyboard() {
        openWith(Desk.FewEntries, 412, 892);
        goToSettings();
        keyClick(Qt.Key_Down);
        Desk.resize(1280, 800);
        see("securityPage");
        see("settingsList");
        root.hasKeyboard("backupsGroup");
    }

    function test_a_lock_leaves_the_settings() {
        openWith(Desk.FewEntries, 412, 892);
        goToSettings("about");
        Desk.app.session.lock();
        reach(Session.Locked);
        seeNot("aboutPage");
        verify(Desk.unlock());
        see("journalScreen");
        goToSettings();
        see("settingsList");
    }

    // What the rows say

    function test_the_list_says_how_things_stand() {
        openWith(Desk.FewEntries, 1280, 800);
        goToSettings("security");
        seeWords("Locks after 5 minutes");
        seeWords("No backup yet");
        Desk.app.settings.autoLockMinutes = 10;
        seeWords("Locks after 10 minutes");
        Desk.app.settings.themeMode = AppSettings.Dark;
        seeWords("Dark, 100 %");
        Desk.app.backups.backUpNow();
        tryVerify(() => !Desk.app.backups.task.running && Desk.app.backups.message !== "", root.patience);
        seeWords("Last backup: ");
    }
}
