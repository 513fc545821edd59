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
            what.forceActiveFocus();
        }
    }

    heading: ending ? qsTr("How did it go?") : adapting ? qsTr("From now on") : qsTr("For now")

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
                form: root.form // qmllint disable
            }
        }
    }

    NoteField {
        objectName: "endWordsField"
        readOnly: root.form.busy
        width: parent.width
        visible: root.ending
        placeholderText: qsTr("A few words on it, if you like")
        words: root.form.words
        onTyped: words => root.form.words = words
    }

    NoteField {
        id: what

        objectName: "decisionWhatField"
        readOnly: root.form.busy
        width: parent.width
        visible: root.decides
        placeholderText: root.ending || root.adapting ? qsTr("What will you try instead?") : qsTr("What will you try for now?")
        Accessible.name: placeholderText
        words: root.form.what
        onTyped: words => root.form.what = words
    }

    UntilChips {
        form: root.form
        visible: root.decides
    }

    NoteField {
        objectName: "decisionHowField"
        readOnly: root.form.busy
        width: parent.width
        visible: root.decides
        placeholderText: qsTr("How will you know that it helps?")
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
