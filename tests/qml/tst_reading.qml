// SPDX-License-Identifier: Apache-2.0
// What a person wrote with Markdown is read with headings, lists and quotes, can be selected and copied, and never loads
// or opens anything.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Reading"

    function init() {
        failOnWarning(/.?/);
        openWith(Desk.EmptyJournal, 412, 892);
    }

    function write(words: string) {
        Desk.app.editor.begin(EntryKinds.Setback);
        see("editorText");
        Desk.app.editor.text = words;
        verify(see("editorText").text === words, "the marks stay where they are written");
        press("editorDoneButton");
        tryCompare(Desk.app.timeline, "total", 1);
        Desk.app.reader.show(Desk.rows(Desk.app.timeline, "entryId")[0]);
        see("entryScreen");
        see("entryBlock0");
    }

    function test_markdown_is_read_without_its_marks() {
        write("# Ward round\n\nThe **bed** was\nready.\n\n- lift\n- door\n\n> she said so\n\nSee [the form](https://example.org/f).");
        compare(see("entryBlock0").words, "Ward round");
        compare(see("entryBlock0").Accessible.role, Accessible.Heading);
        compare(see("entryBlock1").words, "The bed was\nready.");
        compare(see("entryBlock1").Accessible.role, Accessible.StaticText);
        compare(see("entryBlock2").words, "lift");
        compare(see("entryBlock2").Accessible.role, Accessible.ListItem);
        verify(see("entryBlock4").x > see("entryBlock0").x, "a quote stands in");
        compare(see("entryBlock5").words, "See the form (https://example.org/f).");
        seeNoWords("**");
        verify(Desk.rows(Desk.app.timeline, "preview")[0].startsWith("Ward round \u00b7 The bed was ready. lift \u00b7 door \u00b7 she said so \u00b7 See the form."));
    }

    function test_words_can_be_selected_and_copied() {
        write("The bed was ready.\n\n- lift");
        const block = see("entryBlock0");
        mouseDoubleClickSequence(block, block.width / 100, block.height / 2);
        compare(block.selectedText, "The");
        keyClick(Qt.Key_C, Qt.ControlModifier);
        Desk.app.editor.begin(EntryKinds.Setback);
        const field = see("editorText");
        field.forceActiveFocus();
        keyClick(Qt.Key_V, Qt.ControlModifier);
        compare(field.text, "The");
        Desk.app.editor.discard();
    }

    function test_the_whole_text_can_be_copied_with_its_marks() {
        write("The **bed** was ready.");
        press("copyEntryButton");
        Desk.app.editor.begin(EntryKinds.Setback);
        const field = see("editorText");
        field.forceActiveFocus();
        keyClick(Qt.Key_V, Qt.ControlModifier);
        compare(field.text, "The **bed** was ready.");
        Desk.app.editor.discard();
    }

    // Anything that was looked for and not found would be a warning, which fails the test.
    function test_hostile_words_load_nothing() {
        const hostile = "<img src=\"file:///nowhere.png\"> ![a](http://localhost:1/b.png) &lt;b&gt; <a href=\"file:///etc\">go</a>";
        write(hostile);
        compare(see("entryBlock0").words, hostile);
        mouseClick(see("entryBlock0"), 5, 5);
        see("entryScreen");
    }

    function test_a_lock_leaves_no_words() {
        write("## marmalade\n\nmarmalade **again**");
        Desk.app.session.lock();
        reach(Session.Locked);
        verifyNone(Desk.holders("marmalade"), "still held");
    }
}
