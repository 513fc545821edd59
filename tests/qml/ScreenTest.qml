// SPDX-License-Identifier: Apache-2.0
// What every test of a screen has in common: any warning fails it, and it finds, presses and types as a person does.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

TestCase {
    id: root

    // For a key to be derived on a busy machine, and for everything else.
    readonly property int patience: 15000
    readonly property int glance: 5000

    when: windowShown

    function init() {
        // Qt says the one thing when a window ends in the middle of an animation, as one of the last test may.
        failOnWarning(/^(?!QUnifiedTimer::stopAnimationDriver)/);
    }

    function cleanup() {
        Desk.end();
    }

    function beginWith(journal: int, width: int, height: int) {
        verify(Desk.begin(journal, width, height), "no window with a journal appeared");
    }

    function openWith(journal: int, width: int, height: int) {
        verify(Desk.open(journal, width, height), "the journal did not open");
    }

    // The item of that name, once it can be seen.
    function see(name: string): Item {
        tryVerify(() => Desk.find(name) !== null, root.glance, name + " is not there");
        return Desk.find(name);
    }

    function seeNot(name: string) {
        tryVerify(() => Desk.find(name) === null, root.glance, name + " is still there");
    }

    function seeWords(words: string) {
        tryVerify(() => Desk.shows(words), root.glance, "\"" + words + "\" is not there but: " + Desk.texts().join(" | "));
    }

    function seeNoWords(words: string) {
        tryVerify(() => !Desk.shows(words), root.glance, "\"" + words + "\" is still there");
    }

    function reach(state: int) {
        tryVerify(() => Desk.app.session.state === state && !Desk.app.session.busy, root.patience,
                  "the session is in state " + Desk.app.session.state);
        Desk.settle();
    }

    function press(name: string) {
        const item = see(name);
        tryVerify(() => item.enabled, root.glance, name + " cannot be pressed");
        Desk.settle();
        mouseClick(item);
    }

    // The settings; with a name the page of that group: security, backups, writing, review, look or about.
    function goToSettings(group = "") {
        press("settingsButton");
        see("settingsScreen");
        if (group !== "") {
            press(group + "Group");
            see(group + "Page");
        }
    }

    // ASCII only.
    function type(words: string) {
        for (const letter of words) {
            keyClick(letter);
        }
    }

    function typeInto(name: string, words: string) {
        const field = see(name);
        field.forceActiveFocus();
        type(words);
    }

    function verifyNone(found, what: string) {
        verify(found.length === 0, what + ":\n  " + found.join("\n  "));
    }
}
