// SPDX-License-Identifier: Apache-2.0
// The first run: a passphrase, twice, hard enough to guess.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    name: "FirstRun"

    function init() {
        failOnWarning(/.?/);
        beginWith(Desk.NoJournal, 412, 892);
    }

    function test_the_cursor_is_in_the_first_field() {
        see("firstRunScreen");
        compare(Desk.focusName(), "passphraseField");
        verify(!see("createButton").enabled);
    }

    function test_the_button_waits_for_two_equal_and_hard_passphrases() {
        typeInto("passphraseField", "password");
        typeInto("passphraseAgainField", "password");
        verify(!see("createButton").enabled, "an easy one is not enough");

        Desk.find("passphraseField").clear();
        typeInto("passphraseField", Desk.passphrase);
        verify(!see("createButton").enabled, "the second one is another");
        Desk.find("passphraseAgainField").clear();
        typeInto("passphraseAgainField", Desk.passphrase);
        verify(see("createButton").enabled);
        keyClick("x");
        verify(!see("createButton").enabled);
    }

    function test_strength_is_told_in_words_data() {
        return [
            {tag: "common", words: "password", label: "Very easy to guess", acceptable: false},
            {tag: "keys in a row", words: "qwertyuiop", label: "Easy to guess", acceptable: false},
            {tag: "four words", words: "otter lantern seven quilt", label: "Very hard to guess", acceptable: true}
        ];
    }

    function test_strength_is_told_in_words(data) {
        typeInto("passphraseField", data.words);
        seeWords(data.label);
        compare(Desk.texts().some(text => text.includes("Add a")), !data.acceptable);
    }

    function test_two_that_differ_are_named_once_the_field_is_left() {
        typeInto("passphraseField", Desk.passphrase);
        typeInto("passphraseAgainField", "otter");
        verify(!Desk.shows("not the same"), "not while it is being typed");
        see("passphraseField").forceActiveFocus();
        seeWords("The two are not the same yet.");
    }

    function test_the_words_are_hidden_until_the_eye_is_pressed() {
        const field = see("passphraseField");
        typeInto("passphraseField", "otter");
        compare(field.echoMode, TextInput.Password);
        press("passphraseFieldEye");
        compare(field.echoMode, TextInput.Normal);
        compare(Desk.focusName(), "passphraseField");
        press("passphraseFieldEye");
        compare(field.echoMode, TextInput.Password);
    }

    function test_return_leads_through_to_the_recovery_code() {
        type(Desk.passphrase);
        keyClick(Qt.Key_Return);
        compare(Desk.focusName(), "passphraseAgainField");
        type(Desk.passphrase);
        keyClick(Qt.Key_Return);
        verify(Desk.app.session.busy);
        seeWords("Making your journal");
        reach(Session.RecoveryCode);
        see("recoveryScreen");
    }

    function test_the_button_makes_the_journal() {
        typeInto("passphraseField", Desk.passphrase);
        typeInto("passphraseAgainField", Desk.passphrase);
        press("createButton");
        reach(Session.RecoveryCode);
        see("recoveryScreen");
        verifyNone(Desk.holders(Desk.passphrase), "the passphrase is still there");
    }
}
