// SPDX-License-Identifier: Apache-2.0
// One entry, one file or the whole bin, before it is erased.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    property double entryId: 0
    property double fileId: 0
    property string explanation: ""
    property string words: ""

    function askEntry(entryId: double, words: string) {
        root.ask(entryId, 0, qsTr("This entry is erased with its notes and files. Nobody can bring it back."), words);
    }

    function askFile(fileId: double, name: string) {
        root.ask(0, fileId, qsTr("This file is erased. Nobody can bring it back."), name);
    }

    function askAll() {
        root.ask(0, 0, qsTr("Everything that is deleted is erased now. Nobody can bring it back."), "");
    }

    function ask(entryId: double, fileId: double, explanation: string, words: string) {
        root.entryId = entryId;
        root.fileId = fileId;
        root.explanation = explanation;
        root.words = words;
        root.open();
    }

    function erase() {
        if (root.entryId !== 0) {
            App.bin.erase(root.entryId);
        } else if (root.fileId !== 0) {
            App.bin.eraseFile(root.fileId);
        } else {
            App.bin.eraseAll();
        }
        root.close();
    }

    onOpened: (contentItem as EraseForm).enter()
    onClosed: root.words = ""

    contentItem: EraseForm {
        explanation: root.explanation
        words: root.words
        onConfirmed: root.erase()
        onCloseAsked: root.close()
    }
}
