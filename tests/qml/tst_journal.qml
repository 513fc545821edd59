// SPDX-License-Identifier: Apache-2.0
// The journal: the three kinds, the timeline by day, and the three layouts.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    name: "Journal"

    function test_each_kind_begins_an_entry_data() {
        return [
            {tag: "newSetbackButton", kind: EntryKinds.Setback, hint: "What happened?"},
            {tag: "newLightBulbButton", kind: EntryKinds.LightBulb, hint: "What fell into place?"},
            {tag: "newBarrierButton", kind: EntryKinds.Barrier, hint: "What stands in the way?"}
        ];
    }

    function test_each_kind_begins_an_entry(data) {
        openWith(Desk.FewEntries, 412, 892);
        press(data.tag);
        see("editorScreen");
        compare(Desk.app.editor.kind, data.kind);
        seeWords(data.hint);
        compare(Desk.focusName(), "editorText");
    }

    function test_entries_stand_under_their_days() {
        openWith(Desk.FewEntries, 412, 892);
        tryCompare(Desk.app.timeline, "total", 6);
        compare(Desk.rows(Desk.app.timeline, "day"),
                ["Today", "Today", "Yesterday", "Wednesday 11 November", "Saturday 5 September", "Friday 10 October 2025"]);
        seeWords("Today");
        seeWords("Yesterday");
        const words = Desk.texts();
        verify(words.indexOf("Today") >= 0);
        compare(words.filter(text => text === "Today").length, 1, "a day is named once");
        seeWords("marmalade");
    }

    // Every heading in the list, but for the one that stays at the top or is pushed out there, names the day of the row below it.
    function checkHeadings(list, when) {
        waitForRendering(list);
        const items = Array.from(list.contentItem.children).filter(item => item.visible);
        const rows = items.filter(item => item.entryId !== undefined);
        const headings = items.filter(item => item.objectName === "dayHeading" && item.y > list.contentY);
        for (const heading of headings) {
            const below = rows.filter(row => row.y >= heading.y).sort((a, b) => a.y - b.y);
            if (below.length > 0) {
                compare(heading.words, below[0].day, when);
            }
        }
        return headings.length;
    }

    function test_a_heading_names_the_day_below_it() {
        openWith(Desk.FewEntries, 1280, 800);
        const list = see("timelineList");
        const count = checkHeadings(list, "as opened");
        verify(count >= 3, "headings that could be wrong");
        for (let i = 0; i < 3; ++i) {
            Desk.app.removal.remove(list.itemAtIndex(0).entryId);
            tryCompare(Desk.app.timeline, "total", 5 - i);
            tryCompare(list, "count", 5 - i);
            checkHeadings(list, "deleted " + (i + 1));
        }
        press("undoButton");
        tryCompare(list, "count", 4);
        checkHeadings(list, "taken back");
    }

    function test_headings_are_right_wherever_one_has_scrolled() {
        openWith(Desk.ManyEntries, 412, 892);
        const list = see("timelineList");
        let seen = 0;
        for (let i = 0; i < 60; ++i) {
            list.contentY = Math.min(list.contentY + (i < 40 ? 700 : -1300),
                                     list.originY + list.contentHeight - list.height);
            seen += checkHeadings(list, "step " + i);
        }
        verify(seen > 60);
    }

    function test_a_press_opens_an_entry() {
        openWith(Desk.FewEntries, 412, 892);
        const list = see("timelineList");
        mouseClick(list.itemAtIndex(1));
        see("entryScreen");
        tryVerify(() => Desk.app.reader.text.startsWith("The bed was ready"));
        seeNot("journalScreen");
        press("backButton");
        see("journalScreen");
    }

    function test_keys_open_an_entry() {
        openWith(Desk.FewEntries, 412, 892);
        const list = see("timelineList");
        list.forceActiveFocus();
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Up);
        compare(list.currentIndex, 0);
        keyClick(Qt.Key_Return);
        see("entryScreen");
        tryVerify(() => Desk.app.reader.text.includes("marmalade"));
        keyClick(Qt.Key_Escape);
        see("journalScreen");
    }

    function test_delete_deletes_the_current_entry() {
        openWith(Desk.FewEntries, 412, 892);
        const list = see("timelineList");
        list.forceActiveFocus();
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Delete);
        tryCompare(Desk.app.timeline, "total", 5);
        press("undoButton");
        tryCompare(Desk.app.timeline, "total", 6);
    }

    function test_an_empty_journal_shows_an_example_of_each_kind() {
        openWith(Desk.EmptyJournal, 412, 892);
        verify(Desk.app.timeline.empty);
        seeWords("Nothing here yet.");
        compare(Desk.texts().filter(text => text === "Example").length, 3);
        press("newSetbackButton");
        type("First words.");
        press("editorDoneButton");
        seeWords("First words.");
        seeNoWords("Nothing here yet.");
    }

    function test_a_long_journal_comes_in_pages() {
        openWith(Desk.ManyEntries, 412, 892);
        tryCompare(Desk.app.timeline, "total", 160);
        const list = see("timelineList");
        verify(list.count < 160, "not everything is read at once");
        tryVerify(() => {
            list.contentY = list.originY + list.contentHeight - list.height;
            return list.count === 160;
        }, patience);
        compare(new Set(Desk.rows(Desk.app.timeline, "entryId")).size, 160);
    }

    // Layouts

    function test_on_a_phone_there_is_one_thing_at_a_time() {
        openWith(Desk.FewEntries, 412, 892);
        // The places are at the foot of the screen, within reach of a thumb.
        verify(see("journalButton").mapToItem(null, 0, 0).y > 892 - 100);
        verify(see("reviewButton").mapToItem(null, 0, 0).y > 892 - 100);
        see("searchButton");
        see("lockButton");
        see("settingsButton");
        verify(!Desk.shows("Choose an entry to read it"));
        // Beside an entry there is no room for them.
        mouseClick(see("timelineList").itemAtIndex(0));
        see("entryScreen");
        seeNot("reviewButton");
    }

    function test_from_600_there_is_a_rail() {
        openWith(Desk.FewEntries, 700, 800);
        see("journalButton");
        see("settingsButton");
        verify(!Desk.shows("Choose an entry to read it"));
        mouseClick(see("timelineList").itemAtIndex(0));
        see("entryScreen");
        seeNot("timelineList");
    }

    function test_from_900_list_and_entry_stand_side_by_side() {
        openWith(Desk.FewEntries, 1280, 800);
        see("journalButton");
        seeWords("Choose an entry to read it");
        mouseClick(see("timelineList").itemAtIndex(0));
        see("entryScreen");
        see("timelineList");
        const list = Desk.find("journalScreen");
        const entry = Desk.find("entryScreen");
        verify(list.mapToItem(null, list.width, 0).x <= entry.mapToItem(null, 0, 0).x + 1, "they do not overlap");
        verify(see("entryText").width <= 680, "no line is longer than can be read with ease");

        // The window gets narrow while an entry is open: the entry stays.
        Desk.resize(412, 892);
        see("entryScreen");
        seeNot("timelineList");
        Desk.resize(1280, 800);
        see("entryScreen");
        see("timelineList");
    }
}
