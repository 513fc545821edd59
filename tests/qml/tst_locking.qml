// SPDX-License-Identifier: Apache-2.0
// Locking destroys every item that shows an entry; hiding would not do.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Locking"

    readonly property string marker: "marmalade"

    function verifyGone() {
        reach(Session.Locked);
        see("lockScreen");
        wait(0);
        verifyNone(Desk.holders(root.marker), "words of an entry are still there");
        compare(Desk.app.timeline.rowCount(), 0);
        compare(Desk.app.reader.text, "");
        compare(Desk.app.editor.text, "");
        compare(Desk.app.search.words, "");
        compare(Desk.app.search.rowCount(), 0);
        verify(!Desk.window.title.includes(root.marker));
    }

    function verifyThere() {
        tryVerify(() => Desk.holders(root.marker).length > 0, root.glance, "the test would see nothing");
    }

    function test_while_the_timeline_is_shown() {
        openWith(Desk.FewEntries, 412, 892);
        verifyThere();
        press("lockButton");
        verifyGone();
    }

    function test_while_an_entry_is_read() {
        openWith(Desk.FewEntries, 1280, 800);
        mouseClick(see("timelineList").itemAtIndex(0));
        see("entryScreen");
        verifyThere();
        keyClick(Qt.Key_L, Qt.ControlModifier);
        verifyGone();
    }

    function test_while_one_is_written() {
        openWith(Desk.EmptyJournal, 412, 892);
        press("newLightBulbButton");
        type("Toast with marmalade");
        verifyThere();
        Desk.lockScreen();
        verifyGone();
        verify(Desk.unlock());
        see("editorScreen");
        compare(see("editorText").text, "Toast with marmalade");
    }

    function test_while_a_sheet_is_open() {
        openWith(Desk.EmptyJournal, 412, 892);
        press("newLightBulbButton");
        type("Toast with marmalade");
        press("themeChip");
        see("noTheme");
        keyClick(Qt.Key_L, Qt.ControlModifier);
        verifyGone();
        seeNot("noTheme");
    }

    // Each of these takes the keyboard for itself while it is open.
    function test_nothing_that_is_open_stands_in_the_way_data() {
        return [
            { tag: "the editor's menu", journal: Desk.EmptyJournal, presses: ["newLightBulbButton", "editorMoreButton"], open: "discardItem" },
            { tag: "the themes", journal: Desk.EmptyJournal, presses: ["newLightBulbButton", "themeChip"], open: "noTheme" },
            { tag: "the levels", journal: Desk.EmptyJournal, presses: ["newLightBulbButton", "levelChip"], open: "noLevel" },
            { tag: "the time", journal: Desk.EmptyJournal, presses: ["newLightBulbButton", "whenChip"], open: "whenDoneButton" },
            { tag: "the period", journal: Desk.FewEntries, presses: ["searchButton", "periodFilter"], open: "filterWeek" },
            { tag: "a search's filter", journal: Desk.FewEntries, presses: ["searchButton", "kindFilter"], open: "filterBarrier" },
        ];
    }

    function test_nothing_that_is_open_stands_in_the_way(row) {
        openWith(row.journal, 412, 892);
        for (const name of row.presses) {
            press(name);
        }
        see(row.open);
        keyClick(Qt.Key_L, Qt.ControlModifier);
        verifyGone();
        seeNot(row.open);
        // The keyboard is the lock screen's at once, and so is the mouse.
        tryVerify(() => Desk.focusName() === "unlockField", root.glance);
        press("unlockFieldEye");
        type(Desk.passphrase);
        keyClick(Qt.Key_Return);
        reach(Session.Open);
    }

    function test_while_it_is_searched_for() {
        openWith(Desk.FewEntries, 412, 892);
        press("searchButton");
        typeInto("searchField", "marmalade");
        tryVerify(() => Desk.app.search.total === 1);
        verifyThere();
        keyClick(Qt.Key_L, Qt.ControlModifier);
        verifyGone();
    }

    // Where somebody may type a secret while nothing is open.
    function test_what_was_half_typed_goes_data() {
        const places = [
            { tag: "first run", journal: Desk.NoJournal, presses: [], field: "passphraseField" },
            { tag: "first run, again", journal: Desk.NoJournal, presses: [], field: "passphraseAgainField" },
            { tag: "a backup before there is a journal", journal: Desk.NoJournal, presses: ["restoreButton"], field: "rescueSecretField" },
            { tag: "lock", journal: Desk.FewEntries, presses: [], field: "unlockField" },
            { tag: "recovery code", journal: Desk.FewEntries, presses: ["useRecoveryButton"], field: "recoveryCodeField" },
        ];
        const ways = ["by key", "with the screen", "when nobody is there"];
        const rows = [];
        for (const place of places) {
            for (const way of ways) {
                rows.push(Object.assign({}, place, { tag: place.tag + ", " + way, way: way }));
            }
        }
        return rows;
    }

    function test_what_was_half_typed_goes(row) {
        beginWith(row.journal, 412, 892);
        for (const name of row.presses) {
            press(name);
        }
        see(row.field).forceActiveFocus();
        if (row.field !== "recoveryCodeField") {
            press(row.field + "Eye");
        }
        type(root.marker);
        verifyThere();
        if (row.way === "by key") {
            keyClick(Qt.Key_L, Qt.ControlModifier);
        } else if (row.way === "with the screen") {
            Desk.lockScreen();
        } else {
            Desk.pass(5 * 60 + 1);
            keyClick(Qt.Key_Shift);
        }
        tryCompare(see(row.field), "text", "");
        if (row.field !== "recoveryCodeField") {
            press(row.field + "Eye");
        }
        see(row.field).forceActiveFocus();
        keyClick(Qt.Key_Z, Qt.ControlModifier);
        compare(see(row.field).text, "", "undo has brought it back");
        verifyNone(Desk.holders(root.marker), "it is still there");
    }

    function test_the_other_way_in_forgets_the_first() {
        beginWith(Desk.FewEntries, 412, 892);
        press("unlockFieldEye");
        type(root.marker);
        press("useRecoveryButton");
        verifyNone(Desk.holders(root.marker), "it is still there");
        press("useRecoveryButton");
        compare(see("unlockField").text, "");
    }

    function test_when_nobody_is_there_for_a_while() {
        openWith(Desk.FewEntries, 412, 892);
        verifyThere();
        Desk.pass(5 * 60 + 1);
        // Whoever comes back by a key finds it locked.
        keyClick(Qt.Key_Down);
        verifyGone();
    }

    function test_it_is_covered_while_another_program_is_in_front() {
        openWith(Desk.FewEntries, 412, 892);
        verifyThere();
        const open = Desk.picture();
        Desk.setInFront(false);
        see("cover");
        const covered = Desk.picture();
        verify(covered !== open);
        Desk.setInFront(true);
        seeNot("cover");
        // Nor does a sheet show, though it lies above the screen.
        press("newBarrierButton");
        press("moreChip");
        see("askField").forceActiveFocus();
        type(root.marker);
        Desk.setInFront(false);
        see("cover");
        compare(Desk.picture(), covered);
        Desk.setInFront(true);
        Desk.app.settings.coverWhenInactive = false;
        Desk.setInFront(false);
        seeNot("cover");
        Desk.setInFront(true);
        Desk.app.settings.coverWhenInactive = true;
    }

    function test_deleted_words_are_no_longer_there_to_bring_back() {
        openWith(Desk.FewEntries, 412, 892);
        mouseClick(see("timelineList").itemAtIndex(0));
        press("deleteEntryButton");
        tryVerify(() => Desk.app.removal.pending);
        keyClick(Qt.Key_L, Qt.ControlModifier);
        verifyGone();
        verify(!Desk.app.removal.pending);
        verify(Desk.unlock());
        compare(Desk.app.timeline.total, 5);
    }
}
