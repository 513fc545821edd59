// SPDX-License-Identifier: Apache-2.0
// A question, and below it a field for some words. The question stays when they are there.
import QtQuick
import Pennydrop.Style

Column {
    id: root

    required property string question
    required property string words
    property alias fieldName: field.objectName
    property alias readOnly: field.readOnly
    signal typed(string words)

    function begin() {
        field.forceActiveFocus();
    }

    width: parent ? parent.width : 0
    spacing: Theme.space2

    Label {
        width: parent.width
        text: root.question
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    NoteField {
        id: field

        width: parent.width
        words: root.words
        Accessible.name: root.question
        onTyped: words => root.typed(words)
    }
}
