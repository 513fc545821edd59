// SPDX-License-Identifier: Apache-2.0
// A field of a few lines whose words are a view model's: it shows them, and tells of each change.
import QtQuick
import Pennydrop.Style

TextArea {
    id: root

    required property string words
    signal typed(string words)

    inputMethodHints: Qt.ImhSensitiveData
    Component.onCompleted: root.take()
    onWordsChanged: root.take()
    onTextChanged: {
        if (text !== words) {
            root.typed(text);
        }
    }

    function take() {
        if (text !== words) {
            text = words;
            cursorPosition = length;
        }
    }
}
