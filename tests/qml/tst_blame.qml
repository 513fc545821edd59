// SPDX-License-Identifier: Apache-2.0
// Words of blame get one gentle question below the text, which goes when it is waved away, and a switch turns it off.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Blame"

    function write() {
        keyClick(Qt.Key_1, Qt.ControlModifier);
        see("editorText");
        type("It was my fault.");
    }

    function test_it_asks_once_and_lets_go() {
        openWith(Desk.FewEntries, 412, 892);
        write();
        see("blameText");
        compare(Desk.focusName(), "editorText", "nobody is interrupted");
        type(" She");
        press("dismissBlameButton");
        seeNot("blameText");
        compare(Desk.focusName(), "editorText");
        type(" is incompetent.");
        wait(2000);
        seeNot("blameText");
    }

    function test_taken_it_is_in_the_text() {
        openWith(Desk.FewEntries, 412, 892);
        write();
        const words = see("blameText").text;
        press("answerBlameButton");
        seeNot("blameText");
        tryVerify(() => Desk.app.editor.text.indexOf(words) > 0);
        compare(Desk.focusName(), "editorText");
    }

    function test_a_low_window_leaves_the_room_to_the_text() {
        openWith(Desk.FewEntries, 412, 400);
        write();
        tryVerify(() => Desk.app.blame.question !== "", root.glance);
        seeNot("blameText");
    }

    function test_the_switch_turns_it_off() {
        openWith(Desk.FewEntries, 412, 892);
        goToSettings("writing");
        Desk.settle();
        see("blameSwitch").forceActiveFocus(Qt.TabFocusReason);
        Desk.settle();
        verify(see("blameSwitch").checked);
        keyClick(Qt.Key_Space);
        tryCompare(Desk.app.settings, "blameQuestion", false);
        write();
        wait(2000);
        seeNot("blameText");
    }
}
