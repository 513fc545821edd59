// SPDX-License-Identifier: Apache-2.0
// Photos and files: added while writing, shown with the entry and large, deleted with undo, copied out only on purpose,
// and gone from the screen and the memory of the screen at a lock.
import QtQuick
import QtTest
import Pennydrop.App
import Pennydrop.Test

ScreenTest {
    id: root

    name: "Files"

    function begin() {
        failOnWarning(/.?/);
        openWith(Desk.EmptyJournal, 412, 892);
        press("newSetbackButton");
        see("editorText");
    }

    function addPhoto() {
        Desk.app.editor.adder.add([Desk.picture("ward round.png")]);
        tryCompare(Desk.app.editor.files, "count", 1, root.patience);
        see("fileTile0");
    }

    function keep() {
        press("editorDoneButton");
        tryCompare(Desk.app.timeline, "total", 1);
        Desk.app.reader.show(Desk.rows(Desk.app.timeline, "entryId")[0]);
        see("entryScreen");
        see("fileTile0");
    }

    function test_a_photo_is_added_and_shown_with_the_entry() {
        begin();
        see("fileChip");
        verify(Desk.find("fileTile0") === null);
        addPhoto();
        seeWords("ward round.png");
        type("The board");
        keep();
        seeWords("The board");
        seeWords("ward round.png");
        verify(Desk.heardName("fileTile0").startsWith("Picture: ward round.png"));
        see("fileTile0").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        const large = see("largePicture");
        tryVerify(() => large.implicitWidth > 0, root.glance);
        verify(large.width > 300);
        keyClick(Qt.Key_Escape);
        seeNot("largePicture");
        verify(!Desk.app.life.viewer.shown);
        see("entryScreen");
    }

    function test_leaving_with_a_photo_and_no_words_keeps_it() {
        begin();
        addPhoto();
        press("backButton");
        tryCompare(Desk.app.timeline, "total", 1);
        verify(Desk.rows(Desk.app.timeline, "preview")[0].includes("ward round.png"));
    }

    function test_a_photo_is_deleted_and_brought_back() {
        begin();
        addPhoto();
        press("fileMenu0");
        press("deleteFile");
        seeNot("fileTile0");
        seeWords("File deleted");
        press("undoButton");
        see("fileTile0");
        keep();
        press("fileMenu0");
        press("deleteFile");
        seeNot("fileTile0");
        press("undoButton");
        see("fileTile0");
    }

    function test_what_cannot_be_added_is_told() {
        begin();
        Desk.app.editor.adder.add([Desk.place("not there.png")]);
        seeWords("not there.png was not added");
        verify(Desk.app.editor.adder.failed);
        type("still writing");
        compare(see("editorText").text, "still writing");
    }

    function test_a_copy_is_saved_only_on_purpose() {
        begin();
        addPhoto();
        keep();
        press("fileMenu0");
        press("copyFile");
        seeWords("is not encrypted");
        see("choosePlaceButton");
        keyClick(Qt.Key_Escape);
        seeNot("choosePlaceButton");
        const files = Desk.app.life.files;
        Desk.app.life.fileCopy.save(Desk.rows(files, "fileId")[0], "ward round.png", Desk.place("copy.png"));
        seeWords("A copy of ward round.png was saved. It is not encrypted.");
    }

    function test_a_lock_takes_the_pictures_from_the_screen() {
        begin();
        addPhoto();
        keep();
        mouseClick(see("fileTile0"), 40, 40);
        const large = see("largePicture");
        tryVerify(() => large.implicitWidth > 0, root.glance);
        Desk.lockScreen();
        reach(Session.Locked);
        see("lockScreen");
        wait(0);
        verify(Desk.find("largePicture") === null);
        verify(!Desk.app.life.viewer.shown);
        compare(Desk.app.life.files.count, 0);
        verifyNone(Desk.holders("ward round"), "still there");
    }

    function test_a_draft_with_a_photo_is_there_after_a_lock() {
        begin();
        addPhoto();
        Desk.lockScreen();
        reach(Session.Locked);
        verify(Desk.unlock());
        see("editorScreen");
        see("fileTile0");
    }
}
