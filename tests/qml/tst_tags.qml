// SPDX-License-Identifier: Apache-2.0
// Looking after tags: renamed with undo, merged, removed once one has said so twice.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Tags"

    function openTags(journal: int) {
        openWith(journal, 412, 892);
        goToSettings("writing");
        see("tagsButton").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        see("tagsScreen");
        tryVerify(() => Desk.app.tags.ready);
    }

    function choose(name: string) {
        tryVerify(() => Desk.findWords(name) !== null, root.glance, name + " is not there");
        Desk.settle();
        mouseClick(Desk.findWords(name));
        see("tagField");
        tryCompare(see("tagField"), "text", name);
    }

    function rows(names: list<string>) {
        tryVerify(() => Desk.rows(Desk.app.tags, "name").join() === names.join(), root.glance,
                  Desk.rows(Desk.app.tags, "name").join());
    }

    function test_without_tags_it_says_what_they_are_for() {
        openTags(Desk.FewEntries);
        seeWords("No tags yet");
        press("backButton");
        see("writingPage");
    }

    function test_names_and_how_many_carry_them() {
        openTags(Desk.ReviewDue);
        rows(["procurement", "visits"]);
        seeWords("1 entry");
        seeWords("2 entries");
    }

    function test_a_new_name_and_back() {
        openTags(Desk.ReviewDue);
        choose("visits");
        compare(Desk.focusName(), "tagField");
        type("home visits");
        keyClick(Qt.Key_Return);
        seeNot("tagField");
        rows(["home visits", "procurement"]);
        press("undoButton");
        rows(["procurement", "visits"]);
    }

    function test_two_become_one() {
        openTags(Desk.ReviewDue);
        choose("procurement");
        type("VISITS");
        press("saveTagButton");
        seeWords("There is a tag “visits” already.");
        press("keepBothButton");
        seeNot("tagField");
        rows(["procurement", "visits"]);
        choose("procurement");
        type("visits");
        press("saveTagButton");
        press("mergeTagButton");
        seeNot("tagField");
        rows(["visits"]);
        seeWords("2 entries");
    }

    function test_removing_asks_first() {
        openTags(Desk.ReviewDue);
        choose("procurement");
        press("removeTagButton");
        seeWords("The entries stay.");
        press("keepTagButton");
        seeNot("tagField");
        choose("procurement");
        press("removeTagButton");
        press("confirmRemoveButton");
        seeNot("tagField");
        rows(["visits"]);
    }

    function test_from_the_search_and_back() {
        openWith(Desk.ReviewDue, 412, 892);
        press("searchButton");
        press("moreFilters");
        press("filterTag");
        see("tagFilterList");
        tryVerify(() => Desk.findWords("visits") !== null);
        Desk.settle();
        mouseClick(Desk.findWords("visits"));
        tryVerify(() => !Desk.app.search.searching && Desk.app.search.total === 2, root.glance, "total " + Desk.app.search.total);
        compare(see("tagFilter").text, "visits");
        press("tagFilter");
        press("lookAfterTagsButton");
        see("tagsScreen");
        choose("visits");
        type("at home");
        keyClick(Qt.Key_Return);
        seeNot("tagField");
        press("backButton");
        see("searchScreen");
        compare(see("tagFilter").text, "at home");
        press("tagFilterClear");
        seeNot("tagFilter");
        verify(!Desk.app.search.active);
    }
}
