// SPDX-License-Identifier: Apache-2.0
// What may be added to what one writes: tags, more about it, earlier entries like it; and taking back.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "EditorMore"

    function write(kind: int) {
        openWith(Desk.FewEntries, 412, 892);
        Desk.app.editor.begin(kind);
        see("editorText");
    }

    function test_tags_are_typed_offered_and_taken_away() {
        write(EntryKinds.Setback);
        press("tagsChip");
        const field = see("tagField");
        tryVerify(() => Desk.focusName() === "tagField");
        verify(!see("addTagButton").enabled);
        type("night shift");
        press("addTagButton");
        compare(Desk.app.editor.details.tags, ["night shift"]);
        compare(field.text, "");
        compare(Desk.focusName(), "tagField");
        type("ward");
        keyClick(Qt.Key_Return);
        compare(Desk.app.editor.details.tags, ["night shift", "ward"]);
        press("tag0");
        compare(Desk.app.editor.details.tags, ["ward"]);
        compare(Desk.focusName(), "tagField");
        keyClick(Qt.Key_Return);
        seeNot("tagField");
        tryVerify(() => Desk.focusName() === "editorText");
        compare(see("tagsChip").text, "ward");
        type("Kept with a tag");
        press("editorDoneButton");
        see("journalScreen");

        // What exists is offered.
        Desk.app.editor.begin(EntryKinds.LightBulb);
        press("tagsChip");
        see("offeredTag0");
        compare(see("offeredTag0").text, "ward");
        press("offeredTag0");
        compare(Desk.app.editor.details.tags, ["ward"]);
    }

    function test_more_about_a_barrier_is_said_and_taken_back() {
        write(EntryKinds.Barrier);
        type("No bed");
        press("moreChip");
        press("state1");
        press("needsCulture");
        press("problem3");
        press("power2");
        const details = Desk.app.editor.details;
        compare(details.state, 1);
        verify(details.needsCulture && !details.needsLeadership && !details.needsSystems);
        compare(details.problem, 3);
        compare(details.power, 2);
        press("state2");
        compare(details.state, 2);
        verify(!see("state1").checked);
        press("power2");
        compare(details.power, 0);
        typeInto("meaningField", "They wait");
        typeInto("askField", "Call us");
        typeInto("askRoleField", "bed manager");
        compare(details.meaning, "They wait");
        compare(details.ask, "Call us");
        compare(details.askRole, "bed manager");
        see("detailsDoneButton").forceActiveFocus(Qt.TabFocusReason);
        press("detailsDoneButton");
        seeNot("askField");
        tryVerify(() => Desk.focusName() === "editorText");
        compare(see("moreChip").text, "Moving");

        // It is kept while the kind changes, and shown only where it counts.
        press("kindSetback");
        compare(see("moreChip").text, "More");
        press("moreChip");
        see("meaningField");
        compare(Desk.find("askField"), null);
        compare(Desk.find("state1"), null);
        keyClick(Qt.Key_Escape);
        seeNot("meaningField");
        press("kindBarrier");
        compare(see("moreChip").text, "Moving");

        // And it comes back after an interruption.
        tryCompare(Desk.app.editor, "status", EntryEditor.Saved, root.glance);
        verify(Desk.restart());
        reach(Session.Locked);
        verify(Desk.unlock());
        see("editorText");
        press("moreChip");
        compare(see("askField").text, "Call us");
        compare(see("askRoleField").text, "bed manager");
        verify(see("state2").checked);
    }

    function test_an_ask_alone_is_not_thrown_away() {
        write(EntryKinds.Barrier);
        press("moreChip");
        see("askField");
        Desk.settle();
        typeInto("askField", "Call us");
        see("detailsDoneButton").forceActiveFocus(Qt.TabFocusReason);
        press("detailsDoneButton");
        seeNot("askField");
        tryVerify(() => Desk.focusName() === "editorText");
        keyClick(Qt.Key_Escape);
        see("journalScreen");
        tryCompare(Desk.app.timeline, "total", 7);
        seeWords("Call us");
    }

    function test_undo_and_redo_by_buttons_and_keys() {
        write(EntryKinds.Setback);
        const field = see("editorText");
        verify(!see("undoTextButton").enabled);
        verify(!see("redoTextButton").enabled);
        type("First");
        verify(see("undoTextButton").enabled);
        press("undoTextButton");
        compare(field.text, "");
        compare(Desk.app.editor.text, "");
        compare(Desk.focusName(), "editorText");
        press("redoTextButton");
        compare(field.text, "First");
        keyClick(Qt.Key_Z, Qt.ControlModifier);
        compare(field.text, "");
        keyClick(Qt.Key_Z, Qt.ControlModifier | Qt.ShiftModifier);
        compare(field.text, "First");
        keyClick(Qt.Key_Z, Qt.ControlModifier);
        keyClick(Qt.Key_Y, Qt.ControlModifier);
        compare(field.text, "First");
        compare(Desk.app.editor.text, "First");
    }

    function test_something_like_this_before_moves_nothing_and_links() {
        write(EntryKinds.LightBulb);
        const field = see("editorText");
        type("A rail needs sign-off by hand");
        const place = field.mapToItem(null, 0, 0);
        const height = field.height;
        tryVerify(() => Desk.app.similar.offered, 10000);
        see("similarButton");
        compare(field.mapToItem(null, 0, 0), place);
        compare(field.height, height);
        compare(Desk.focusName(), "editorText");
        press("similarButton");
        press("candidate0");
        press("relation" + LinkRelations.Answers);
        seeNot("candidate0");
        tryVerify(() => Desk.focusName() === "editorText");
        compare(see("similarButton").text, "Linked to 1 entry");
        press("editorDoneButton");
        see("journalScreen");
        tryCompare(Desk.app.timeline, "total", 7);
        Desk.settle();
        mouseClick(see("timelineList").itemAtIndex(0));
        tryCompare(Desk.app.reader, "kind", EntryKinds.LightBulb);
        see("entryScreen");
        see("link0");
        seeWords("Answers");
        seeWords("Sign-off for a hand rail");
    }

    function test_something_like_this_can_be_waved_away() {
        write(EntryKinds.Setback);
        type("A rail needs sign-off by hand");
        tryVerify(() => Desk.app.similar.offered, 10000);
        press("dismissSimilarButton");
        seeNot("similarButton");
        compare(Desk.focusName(), "editorText");
    }
}
