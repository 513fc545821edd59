// SPDX-License-Identifier: Apache-2.0
// What a screen reader hears: every control has a name; and every control is as large as a finger.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Accessibility"

    function initTestCase() {
        Desk.hear();
    }

    function eachScreen(width: int) {
        return Scenes.names.map(name => ({tag: name, screen: name, width: width}));
    }

    function test_every_control_has_a_name_data() {
        return eachScreen(412);
    }

    function test_every_control_has_a_name(data) {
        Scenes.show(root, data.screen, data.width);
        verifyNone(Desk.namelessControls(), "without a name");
        verifyNone(Desk.smallControls(), "smaller than a finger");
    }

    function test_every_control_beside_a_rail_has_a_name_data() {
        return ["journal", "editor", "entry", "settings", "backups", "writingSettings", "look", "about", "review", "calendar", "tags", "more", "lived", "trends",
            "trendTables"].map(name => ({tag: name}));
    }

    function test_every_control_beside_a_rail_has_a_name(data) {
        Scenes.show(root, data.tag, 1280);
        verifyNone(Desk.namelessControls(), "without a name");
        verifyNone(Desk.smallControls(), "smaller than a finger");
    }

    function test_a_day_says_its_date_and_whether_it_is_chosen() {
        Scenes.show(root, "when", 412);
        const days = Desk.app.whenChoice;
        compare(Desk.heardName("currentDay"), Desk.rows(days, "label")[days.currentRow]);
        verify(Desk.heardChecked("currentDay"));
        days.moveDays(-1);
        verify(!Desk.heardChecked("currentDay"));
    }

    function test_choices_say_which_is_in_force() {
        Scenes.show(root, "themes", 412);
        verify(!Desk.heardChecked("noTheme"));
        Desk.app.editor.themeCode = "";
        verify(Desk.heardChecked("noTheme"));
        keyClick(Qt.Key_Escape);
        seeNot("noTheme");
        verify(Desk.heardChecked("kindSetback"));
        press("kindBarrier");
        verify(Desk.heardChecked("kindBarrier"));
        verify(!Desk.heardChecked("kindSetback"));
        press("kindBarrier");
        verify(Desk.heardChecked("kindBarrier"), "pressed again it stays");
    }

    function test_the_rail_says_where_one_is() {
        openWith(Desk.FewEntries, 1280, 800);
        verify(Desk.heardChecked("journalButton"));
        verify(!Desk.heardChecked("searchButton"));
        press("searchButton");
        verify(Desk.heardChecked("searchButton"));
        press("searchButton");
        verify(Desk.heardChecked("searchButton"));
        verify(!Desk.heardChecked("journalButton"));
    }

    function test_a_group_of_the_settings_says_how_it_stands_and_whether_it_is_open() {
        openWith(Desk.FewEntries, 1280, 800);
        goToSettings();
        compare(Desk.heardName("securityGroup"), "Security");
        compare(Desk.heardDescription("securityGroup"), "Locks after 5 minutes");
        verify(Desk.heardSelected("securityGroup"));
        verify(!Desk.heardSelected("lookGroup"));
        press("lookGroup");
        see("lookPage");
        verify(Desk.heardSelected("lookGroup"));
        verify(!Desk.heardSelected("securityGroup"));
        verify(Desk.heardChecked("settingsButton"), "the rail goes on saying that these are the settings");
    }

    function test_how_far_an_entry_has_come_is_said() {
        Scenes.show(root, "lived", 412);
        verify(Desk.heardChecked("state1"));
        verify(!Desk.heardChecked("state2"));
        compare(Desk.heardName("entryMark"), "Stuck");
    }

    function test_the_bar_says_where_one_is() {
        openWith(Desk.ReviewDue, 412, 892);
        verify(Desk.heardChecked("journalButton"));
        press("reviewButton");
        see("reviewScreen");
        verify(Desk.heardChecked("reviewButton"));
        verify(!Desk.heardChecked("journalButton"));
    }

    function test_a_day_of_the_calendar_says_what_it_holds() {
        Scenes.show(root, "calendar", 412);
        tryVerify(() => Desk.heardName("currentDay") === "Saturday 14 November 2026: No entries", root.glance, Desk.heardName("currentDay"));
        verify(Desk.heardChecked("currentDay"));
        Desk.app.calendar.moveDays(-8);
        compare(Desk.heardName("currentDay"), "Friday 6 November 2026: 1 setback");
        verify(!Desk.heardChecked("currentDay"));
    }

    function test_states_say_which_is_in_force() {
        Scenes.show(root, "reviewBarrier", 412);
        verify(Desk.heardChecked("stateMoving"));
        verify(!Desk.heardChecked("stateStuck"));
        press("stateMoving");
        verify(Desk.heardChecked("stateMoving"), "pressed again it stays");
    }

    function test_names_say_what_things_do() {
        openWith(Desk.FewEntries, 412, 892);
        compare(Desk.heardName("newSetbackButton"), "Write a new entry: Setback");
        compare(Desk.heardName("lockButton"), "Lock");
        Scenes.go(root, "editor");
        compare(Desk.heardName("editorText"), "What you write");
        compare(Desk.heardName("themeChip"), "Theme: " + Desk.app.vocabulary.themeLabel("procedure"));
    }
}
