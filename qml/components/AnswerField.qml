// SPDX-License-Identifier: Apache-2.0
// The answer as it is typed. The words are the model's; this shows them, and tells it of each change.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

TextArea {
    id: root

    property bool taking: false
    signal submitted

    function take() {
        if (text !== App.review.answer) {
            taking = true;
            text = App.review.answer;
            cursorPosition = length;
            taking = false;
        }
    }

    objectName: "answerField"
    // Typed between the answer and its being kept, words would go with it.
    readOnly: App.review.busy
    implicitHeight: Math.max(Theme.touchSize * 2, contentHeight + topPadding + bottomPadding)
    placeholderText: qsTr("A line is enough")
    inputMethodHints: Qt.ImhSensitiveData
    Accessible.name: qsTr("Your answer")
    Component.onCompleted: take()
    onTextChanged: {
        if (!taking) {
            App.review.answer = text;
        }
    }
    Keys.onPressed: event => {
        if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && (event.modifiers & Qt.ControlModifier)) {
            root.submitted();
            event.accepted = true;
        }
    }

    Connections {
        target: App.review

        function onAnswerChanged() {
            root.take();
        }
    }
}
