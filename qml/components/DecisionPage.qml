// SPDX-License-Identifier: Apache-2.0
// What is asked for something decided for now: to make it, to change it, to end it, or to adapt it.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SheetForm {
    id: root

    required property DecisionForm form
    readonly property bool ending: form.step === DecisionForm.Ending
    readonly property bool adapting: form.step === DecisionForm.Adapting
    // Adapting one makes the next.
    readonly property bool decides: !ending || form.outcome === 1

    function begin() {
        root.contentY = 0;
        if (!root.ending) {
            what.begin();
        }
    }

    heading: ending ? qsTr("How did it go?") : adapting ? qsTr("From now on") : qsTr("For now")

    Notice {
        objectName: "decisionRestored"
        width: parent.width
        danger: false
        text: root.form.restored ? qsTr("This is what you wrote here before. Nothing was lost.") : ""
    }

    Label {
        width: parent.width
        visible: root.ending && !root.decides
        text: root.form.what
    }

    Column {
        width: parent.width
        visible: root.ending
        spacing: 0

        Repeater {
            model: 3

            OutcomeRow {
                form: root.form // qmllint disable unqualified
            }
        }
    }

    NoteQuestion {
        fieldName: "endWordsField"
        visible: root.ending
        question: qsTr("A few words on it, if you like")
        readOnly: root.form.busy
        words: root.form.words
        onTyped: words => root.form.words = words
    }

    NoteQuestion {
        id: what

        fieldName: "decisionWhatField"
        visible: root.decides
        question: root.ending || root.adapting ? qsTr("What will you try instead?") : qsTr("What will you try for now?")
        readOnly: root.form.busy
        words: root.form.what
        onTyped: words => root.form.what = words
    }

    UntilChips {
        form: root.form
        visible: root.decides
    }

    NoteQuestion {
        fieldName: "decisionHowField"
        visible: root.decides
        question: qsTr("How will you know that it helps?")
        readOnly: root.form.busy
        words: root.form.how
        onTyped: words => root.form.how = words
    }

    Notice {
        objectName: "decisionTrouble"
        width: parent.width
        text: root.form.message
    }

    Button {
        objectName: "decisionKeepButton"
        width: parent.width
        highlighted: true
        enabled: root.form.ready
        working: root.form.busy
        text: root.ending ? qsTr("Set") : qsTr("Decide for now")
        onClicked: root.form.keep()
    }
}
