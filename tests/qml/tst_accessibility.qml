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
        return ["journal", "editor", "entry", "settings"].map(name => ({tag: name}));
    }

    function test_every_control_beside_a_rail_has_a_name(data) {
        Scenes.show(root, data.tag, 1280);
        verifyNone(Desk.namelessControls(), "without a name");
        verifyNone(Desk.smallControls(), "smaller than a finger");
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
