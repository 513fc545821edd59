// SPDX-License-Identifier: Apache-2.0
// The calendar: a month with its kinds, and the entries of the day one chooses.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Calendar"

    function initTestCase() {
        Desk.hear();
    }

    function openCalendar(width: int) {
        openWith(Desk.FewEntries, width, width < 600 ? 892 : 800);
        press("calendarButton");
        see("calendarScreen");
        tryVerify(() => Desk.app.calendar.daySummary === "2 setbacks", root.glance, Desk.app.calendar.daySummary);
    }

    function test_today_comes_first() {
        openCalendar(412);
        seeWords("November 2026");
        seeWords("Today");
        seeWords("marmalade");
        verify(!see("nextMonthButton").enabled);
        seeNot("todayButton");
        press("backButton");
        see("journalScreen");
    }

    function test_a_press_on_a_day_shows_its_entries() {
        openCalendar(412);
        const grid = see("dayGrid");
        Desk.app.calendar.moveDays(-3);
        press("currentDay");
        tryCompare(Desk.app.calendar, "chosenDay", "2026-11-11");
        seeWords("Wednesday 11 November");
        seeWords("1 barrier");
        seeWords("hand rail");
        press("todayButton");
        tryCompare(Desk.app.calendar, "chosenDay", "2026-11-14");
    }

    function test_keys_choose_a_day_and_open_its_entry() {
        openCalendar(1280);
        Desk.find("dayGrid").give(Desk.app.calendar.currentRow);
        compare(Desk.focusName(), "currentDay");
        keyClick(Qt.Key_Left);
        keyClick(Qt.Key_Return);
        tryCompare(Desk.app.calendar, "chosenDay", "2026-11-13");
        seeWords("She asked what a good week looks like");
        const list = see("dayList");
        list.enter();
        keyClick(Qt.Key_Return);
        see("entryScreen");
        tryVerify(() => Desk.app.reader.text.startsWith("She asked"));
        see("calendarScreen");
    }

    function test_buttons_keys_and_a_swipe_lead_to_other_months() {
        openCalendar(412);
        press("previousMonthButton");
        seeWords("October 2026");
        press("nextMonthButton");
        seeWords("November 2026");
        Desk.find("dayGrid").give(Desk.app.calendar.currentRow);
        keyClick(Qt.Key_PageUp);
        seeWords("October 2026");
        const grid = see("dayGrid");
        mouseDrag(grid, grid.width * 0.2, grid.height / 2, grid.width * 0.6, 0, Qt.LeftButton, Qt.NoModifier, 20);
        seeWords("September 2026");
        mouseDrag(grid, grid.width * 0.8, grid.height / 2, -grid.width * 0.6, 0, Qt.LeftButton, Qt.NoModifier, 20);
        seeWords("October 2026");
    }

    function test_deleting_and_undoing_shows_at_once() {
        openCalendar(412);
        Desk.app.removal.remove(Desk.rows(Desk.app.calendar.entries, "entryId")[0]);
        seeWords("1 setback");
        seeNoWords("marmalade");
        press("undoButton");
        seeWords("marmalade");
    }

    function test_a_lock_forgets() {
        openCalendar(412);
        Desk.app.session.lock();
        reach(Session.Locked);
        verifyNone(Desk.holders("marmalade"), "still holds the words");
        compare(Desk.app.calendar.entries.rowCount(), 0);
    }
}
