// SPDX-License-Identifier: Apache-2.0
// Which questions are offered: chosen for a kind they come in the editor; own sets are taken in and removed with undo.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Questions"

    readonly property url teamSet: Qt.resolvedUrl("../vectors/prompt_sets/good.json")
    readonly property url faulty: Qt.resolvedUrl("../vectors/prompt_sets/bad-duplicate-id.json")

    function init() {
        failOnWarning(/.?/);
        openWith(Desk.FewEntries, 412, 892);
        goToSettings("writing");
        reveal("questionsButton");
        keyClick(Qt.Key_Space);
        see("questionsScreen");
    }

    function reveal(name: string) {
        Desk.settle();
        see(name).forceActiveFocus(Qt.TabFocusReason);
        Desk.settle();
    }

    function takeIn(file: url) {
        Desk.app.prompts.takeIn(file);
        tryVerify(() => !Desk.app.prompts.busy && Desk.app.prompts.message !== "", root.glance);
        Desk.settle();
    }

    function test_a_chosen_set_is_what_the_editor_offers() {
        compare(see("promptSetBox1").displayText, "The usual questions");
        seeWords("What surprised you?");
        reveal("promptSetBox1");
        keyClick(Qt.Key_Down);
        tryCompare(see("promptSetBox1"), "displayText", "What? So what? Now what?");
        seeWords("So what? What does it mean, and for whom?");
        tryVerify(() => !Desk.app.prompts.busy);
        keyClick(Qt.Key_1, Qt.ControlModifier);
        see("editorText");
        press("promptChip");
        seeWords("What? What happened, and what did you notice?");
    }

    function test_an_own_set_comes_and_goes_with_undo() {
        takeIn(root.teamSet);
        verify(!Desk.app.prompts.failed, Desk.app.prompts.message);
        seeWords("is among your sets now.");
        verify(Desk.app.prompts.own.count === 1);
        // The boxes have more rows now, and still show what is chosen.
        compare(see("promptSetBox1").displayText, "The usual questions");
        reveal("removeSet0");
        keyClick(Qt.Key_Space);
        seeNot("removeSet0");
        seeWords("Set of questions removed");
        press("undoButton");
        see("removeSet0");
    }

    function test_a_faulty_file_says_what_is_wrong() {
        takeIn(root.faulty);
        verify(Desk.app.prompts.failed);
        see("promptsNotice");
        seeWords("Two questions have the same id");
        seeWords("Nothing was changed.");
        seeNot("removeSet0");
        press("backButton");
        see("writingPage");
    }
}
