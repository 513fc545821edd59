// SPDX-License-Identifier: Apache-2.0
// No word is cut off on any screen, on a small phone, a phone and a desktop, at ordinary and at twice the size.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Layout"

    // Rows of a list find their heights over a few frames; what is still cut off then stays so.
    function calmDown() {
        for (let i = 0; i < 10 && Desk.cutOffTexts().length > 0; ++i) {
            Desk.settle();
        }
    }

    function test_no_text_is_cut_off_data() {
        const rows = [];
        for (const name of Scenes.names) {
            rows.push({tag: name, screen: name});
        }
        return rows;
    }

    function test_no_text_is_cut_off(data) {
        Scenes.show(root, data.screen, 412);
        const found = [];
        for (const scale of [1, 2]) {
            Desk.app.settings.textScale = scale;
            for (const size of [[320, 640], [412, 892], [1280, 800]]) {
                Desk.resize(size[0], size[1]);
                root.calmDown();
                for (const fault of Desk.cutOffTexts()) {
                    found.push(size[0] + " x " + size[1] + " at " + scale * 100 + " %: " + fault);
                }
            }
        }
        verifyNone(found, "cut off");
    }

    // As they may be in another language: longer than any word of English here.
    function test_long_words_wrap_instead_of_being_shortened_data() {
        return [
            {tag: "rail", screen: "settings", width: 1280, words: "Einstellungen",
                names: ["journalButton", "reviewButton", "trendsButton", "searchButton", "lockButton", "settingsButton"]},
            {tag: "filters", screen: "search", width: 412, words: "Some of the many words it may take elsewhere",
                names: ["kindFilter", "themeFilter", "periodFilter"]},
            {tag: "chips", screen: "editor", width: 412, words: "Some of the many words it may take elsewhere",
                names: ["themeChip", "levelChip", "tagsChip", "whenChip", "moreChip"]}
        ];
    }

    function test_long_words_wrap_instead_of_being_shortened(data) {
        Scenes.show(root, data.screen, data.width, 2);
        for (const name of data.names) {
            see(name).text = data.words;
        }
        root.calmDown();
        verifyNone(Desk.cutOffTexts(), "cut off");
    }
}
