// SPDX-License-Identifier: Apache-2.0
// Trends: the year in charts, each with a sentence and a table; a mark shows its entries, by finger and by key.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Trends"

    function initTestCase() {
        Desk.hear();
    }

    function openTrends(journal: int, width: int) {
        openWith(journal, width, width < 600 ? 892 : 800);
        press("trendsButton");
        see("trendsScreen");
        tryVerify(() => Desk.app.trends.ready);
    }

    function test_an_empty_journal_shows_by_an_example_what_belongs_here() {
        openTrends(Desk.EmptyJournal, 412);
        see("trendsEmpty");
        seeWords("Example");
        seeNot("daysReading");
    }

    function test_each_chart_says_what_it_shows_data() {
        return [{tag: "phone", width: 412}, {tag: "desktop", width: 1280}];
    }

    function test_each_chart_says_what_it_shows(data) {
        openTrends(Desk.LivedEntries, data.width);
        compare(see("yearLabel").text, "2026");
        for (const chart of ["days", "kinds", "hurdles", "learning", "barriers"]) {
            verify(see(chart + "Reading").text.length > 0, chart);
            compare(see(chart + "Reading").text, Desk.app.trends[chart].reading);
        }
        see("trendsButton");
        verify(Desk.heardChecked("trendsButton"));
    }

    function test_the_year_is_chosen() {
        openTrends(Desk.FewEntries, 412);
        compare(see("yearLabel").text, "2026");
        verify(!see("yearAfterButton").enabled);
        press("yearBeforeButton");
        tryVerify(() => see("yearLabel").text === "2025");
        compare(see("daysReading").text, "One day of 2025 has entries.");
        verify(!see("yearBeforeButton").enabled);
        press("yearAfterButton");
        tryVerify(() => see("yearLabel").text === "2026");
    }

    function test_a_finger_need_only_be_near_a_day() {
        openTrends(Desk.FewEntries, 412);
        const field = see("dayMarks");
        Desk.settle();
        // 6 September; its neighbours have nothing.
        mouseClick(field, field.cellWidth * 5.5 + 10, field.cellHeight * 8.5 - 10);
        compare(see("markTitle").text, "Saturday 5 September 2026");
        seeWords("Three people visited the same family");
        compare(Desk.app.trends.entries.rowCount(), 1);
        press("backButton");
        see("dayMarks");
    }

    function test_keys_lead_from_mark_to_mark_and_back() {
        openTrends(Desk.FewEntries, 1280);
        see("dayMarksCurrent").forceActiveFocus(Qt.TabFocusReason);
        seeWords("Saturday 5 September 2026: 1 setback");
        keyClick(Qt.Key_Down);
        seeWords("Wednesday 11 November 2026: 1 barrier");
        keyClick(Qt.Key_Right);
        seeWords("Friday 13 November 2026: 1 light bulb");
        compare(Desk.heardName("dayMarksCurrent"), "Friday 13 November 2026: 1 light bulb");
        keyClick(Qt.Key_Return);
        compare(see("markTitle").text, "Friday 13 November 2026");
        tryVerify(() => Desk.app.trends.entries.rowCount() === 1);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        see("entryScreen");
        tryVerify(() => Desk.app.reader.text.startsWith("She asked"));
        keyClick(Qt.Key_Escape);
        see("markTitle");
        keyClick(Qt.Key_Escape);
        see("daysReading");
        tryVerify(() => Desk.focusName() === "dayMarksCurrent", root.glance, Desk.focusName());
        keyClick(Qt.Key_Escape);
        see("journalScreen");
    }

    function test_a_bar_of_a_month_shows_that_kind() {
        openTrends(Desk.FewEntries, 412);
        const field = see("monthMarks");
        field.give(2);
        compare(Desk.heardName("monthMarksCurrent"), "November: 1 light bulb");
        keyClick(Qt.Key_Space);
        compare(see("markTitle").text, "Light bulb, November 2026");
        tryVerify(() => Desk.app.trends.entries.rowCount() === 1);
    }

    function test_every_chart_is_a_table_too() {
        openTrends(Desk.FewEntries, 412);
        for (const chart of ["days", "kinds", "hurdles", "learning", "barriers"]) {
            seeNot(chart + "Table");
            see(chart + "TableButton").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(see(chart + "Table").rows, Desk.app.trends[chart].table);
            compare(see(chart + "TableButton").text, "Show as a chart");
            compare(Desk.heardName("tableRow0"), Desk.rows(Desk.app.trends[chart].table, "spoken")[0]);
            keyClick(Qt.Key_Space);
            seeNot(chart + "Table");
        }
        seeNot("tableRow0");
        see("hurdlesTableButton").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        see("tableRow0").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(Desk.focusName(), "tableRow1");
        keyClick(Qt.Key_Return);
        tryVerify(() => Desk.app.trends.entries.rowCount() === 1);
        seeWords("handover sheet");
    }

    function test_a_state_shows_its_barriers() {
        openTrends(Desk.LivedEntries, 412);
        see("barriersTableButton").forceActiveFocus(Qt.TabFocusReason);
        const number = Number(Desk.rows(Desk.app.trends.barriers.marks, "number")[0]);
        verify(number > 0);
        press("barriersBar0");
        compare(see("markTitle").text, "Stuck, 2026");
        tryVerify(() => Desk.app.trends.entries.rowCount() === number);
        press("trendsButton");
        see("barriersBar0");
    }

    function test_deleting_and_undoing_shows_at_once() {
        openTrends(Desk.FewEntries, 412);
        tryVerify(() => Desk.app.trends.days.marks.count === 4, root.glance, "marks: " + Desk.app.trends.days.marks.count);
        Desk.app.trends.days.marks.choose(0);
        seeWords("Three people visited the same family");
        Desk.app.removal.remove(Desk.rows(Desk.app.trends.entries, "entryId")[0]);
        seeNoWords("Three people visited the same family");
        tryVerify(() => Desk.app.trends.days.marks.count === 3);
        press("undoButton");
        seeWords("Three people visited the same family");
    }

    function test_a_shortcut_leads_here() {
        openWith(Desk.FewEntries, 1280, 800);
        keyClick(Qt.Key_T, Qt.ControlModifier);
        see("trendsScreen");
    }

    function test_a_lock_forgets() {
        openTrends(Desk.FewEntries, 412);
        Desk.app.trends.days.marks.choose(0);
        seeWords("Three people visited the same family");
        Desk.app.session.lock();
        reach(Session.Locked);
        verifyNone(Desk.holders("Three people"), "still holds the words");
        compare(Desk.app.trends.entries.rowCount(), 0);
        verify(!Desk.app.trends.ready);
    }
}
