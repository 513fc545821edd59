// SPDX-License-Identifier: Apache-2.0
// One entry, one file or the whole bin, before it is erased. App.bin knows which.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    property string explanation: ""
    property string words: ""

    function askEntry(entryId: double, words: string) {
        App.bin.askErase(entryId);
        root.ask(qsTr("This entry is erased with its notes and files. Nobody can bring it back."), words);
    }

    function askFile(fileId: double, name: string) {
        App.bin.askEraseFile(fileId);
        root.ask(qsTr("This file is erased. Nobody can bring it back."), name);
    }

    function askAll() {
        App.bin.askEraseAll();
        root.ask(qsTr("Everything that is deleted is erased now. Nobody can bring it back."), "");
    }

    function ask(explanation: string, words: string) {
        root.explanation = explanation;
        root.words = words;
        root.open();
    }

    onOpened: (contentItem as EraseForm).enter()
    onClosed: {
        App.bin.keepAll();
        root.words = "";
    }

    contentItem: EraseForm {
        explanation: root.explanation
        words: root.words
        onConfirmed: {
            App.bin.confirmErase();
            root.close();
        }
        onCloseAsked: root.close()
    }
}
