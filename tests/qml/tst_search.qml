// SPDX-License-Identifier: Apache-2.0
// Search: as one types, with matches marked, narrowed by filters.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Search"

    function initTestCase() {
        Desk.hear();
    }

    function init() {
        failOnWarning(/.?/);
        openWith(Desk.FewEntries, 412, 892);
        press("searchButton");
        see("searchScreen");
    }

    function finds(count: int) {
        tryVerify(() => !Desk.app.search.searching && Desk.app.search.total === count, root.glance,
                  "found " + Desk.app.search.total);
    }

    function test_before_anything_is_asked_it_says_how() {
        compare(Desk.focusName(), "searchField");
        seeWords("Every word you wrote");
        seeNot("searchSummary");
    }

    function test_results_come_as_one_types_with_matches_marked() {
        type("hand");
        finds(2);
        const snippets = Desk.rows(Desk.app.search, "snippet");
        for (const snippet of snippets) {
            verify(/<b><font color=.*>hand/i.test(snippet), snippet);
        }
        see("searchSummary");
        seeWords("2 entries");
        tryVerify(() => Desk.texts().some(text => /<b><font color=.*>hand/.test(text)), root.glance, "the match has a colour");
        type("over");
        finds(1);
        seeWords("1 entry");
        press("emptySearchButton");
        seeWords("Every word you wrote");
        compare(Desk.focusName(), "searchField");
    }

    function test_nothing_found_helps() {
        type("unicorn");
        finds(0);
        seeWords("Nothing found");
        seeWords("Fewer words or no filter find more.");
    }

    function test_the_kind_narrows() {
        press("kindFilter");
        press("filterLightBulb");
        tryCompare(Desk.app.search, "kind", EntryKinds.LightBulb);
        finds(2);
        compare(see("kindFilter").text, Desk.app.vocabulary.kindLabel(EntryKinds.LightBulb));
        press("clearSearchButton");
        tryCompare(Desk.app.search, "kind", 0);
        seeNot("clearSearchButton");
    }

    function verifyInForce(menu: string, rows: list<string>, chosen: string) {
        press(menu);
        for (const row of rows) {
            see(row);
            compare(Desk.heardChecked(row), row === chosen, row + " is heard as in force");
            compare(Desk.ticked(row), row === chosen, row + " has a tick");
        }
        keyClick(Qt.Key_Escape);
        seeNot(chosen);
    }

    function test_menus_say_which_choice_is_in_force() {
        const kinds = ["filterAnyKind", "filterSetback", "filterLightBulb", "filterBarrier"];
        const periods = ["filterAnyTime", "filterWeek", "filterMonth", "filterYear"];
        verifyInForce("kindFilter", kinds, "filterAnyKind");
        press("kindFilter");
        press("filterBarrier");
        verifyInForce("kindFilter", kinds, "filterBarrier");
        // Choosing what is chosen leaves it so.
        press("kindFilter");
        press("filterBarrier");
        compare(Desk.app.search.kind, EntryKinds.Barrier);
        verifyInForce("kindFilter", kinds, "filterBarrier");
        verifyInForce("periodFilter", periods, "filterAnyTime");
        press("periodFilter");
        press("filterYear");
        verifyInForce("periodFilter", periods, "filterYear");
        press("clearSearchButton");
        verifyInForce("kindFilter", kinds, "filterAnyKind");
        verifyInForce("periodFilter", periods, "filterAnyTime");
    }

    function test_the_theme_narrows() {
        press("themeFilter");
        see("noTheme");
        const label = Desk.app.vocabulary.themeLabel("procedure");
        tryVerify(() => Desk.findWords(label) !== null);
        Desk.settle();
        mouseClick(Desk.findWords(label));
        tryCompare(Desk.app.search, "themeCode", "procedure");
        finds(1);
        seeWords("hand rail");
    }

    function test_the_time_narrows_and_filters_add_up() {
        press("periodFilter");
        press("filterWeek");
        tryCompare(Desk.app.search, "period", SearchModel.PastWeek);
        finds(4);
        press("kindFilter");
        press("filterSetback");
        finds(2);
        see("searchField").forceActiveFocus();
        type("bed");
        finds(1);
    }

    function test_each_filter_can_be_cleared_by_itself() {
        press("kindFilter");
        press("filterBarrier");
        press("periodFilter");
        press("filterYear");
        finds(1);
        seeWords("hand rail");
        press("kindFilterClear");
        tryCompare(Desk.app.search, "kind", 0);
        compare(see("kindFilter").text, "Any kind");
        compare(Desk.app.search.period, SearchModel.PastYear);
        see("periodFilter").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Delete);
        tryCompare(Desk.app.search, "period", SearchModel.AnyTime);
        seeNot("clearSearchButton");
    }

    function test_more_filters_show_once_they_narrow() {
        for (const name of ["tagFilter", "levelFilter", "stateFilter", "learningFilter"]) {
            verify(Desk.find(name) === null, name);
        }
        press("moreFilters");
        press("filterLevel");
        see("noLevel");
        const label = Desk.app.vocabulary.levelLabel(3);
        tryVerify(() => Desk.findWords(label) !== null);
        Desk.settle();
        mouseClick(Desk.findWords(label));
        finds(1);
        compare(see("levelFilter").text, label);
        press("moreFilters");
        press("filterStuck");
        finds(0);
        compare(see("stateFilter").text, "Stuck");
        press("moreFilters");
        press("filterOpen");
        seeNot("stateFilter");
        compare(see("learningFilter").text, "Still open");
        press("levelFilterClear");
        finds(3);
        press("clearSearchButton");
        seeNot("learningFilter");
        verify(!Desk.app.search.filtered);
    }

    function test_between_two_days() {
        press("periodFilter");
        press("filterDays");
        seeWords("From which day?");
        Desk.app.dayChoice.moveDays(-3);
        press("currentDay");
        press("dayDoneButton");
        seeWords("Until which day?");
        Desk.app.dayChoice.moveDays(-1);
        press("currentDay");
        press("dayDoneButton");
        tryCompare(Desk.app.search, "period", SearchModel.BetweenDays);
        compare(see("periodFilter").text, "Wednesday 11 November to Yesterday");
        finds(2);
        press("periodFilter");
        press("filterDays");
        press("noDayButton");
        seeWords("Until which day?");
        press("noDayButton");
        tryCompare(Desk.app.search, "period", SearchModel.AnyTime);
    }

    function test_down_and_return_open() {
        type("hand");
        finds(2);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        see("entryScreen");
        tryVerify(() => Desk.app.reader.text.includes("marmalade"));
        keyClick(Qt.Key_Escape);
        see("searchScreen");
        compare(see("searchField").text, "hand");
        finds(2);
    }

    function test_back_leads_to_the_journal() {
        press("backButton");
        see("journalScreen");
    }
}
