// SPDX-License-Identifier: Apache-2.0
// Finding the entry that belongs to the one being read, then saying how.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SheetForm {
    id: root

    property double picked: 0

    heading: picked === 0 ? qsTr("What does it belong to?") : qsTr("How do they belong together?")

    function begin() {
        root.picked = 0;
        root.contentY = 0;
        field.clear();
        field.forceActiveFocus();
    }

    TextField {
        id: field

        objectName: "linkSearchField"
        width: parent.width
        visible: root.picked === 0
        focus: true
        maximumLength: 400
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        placeholderText: qsTr("Search")
        Accessible.name: qsTr("Search your entries")
        Accessible.searchEdit: true
        onTextChanged: App.life.picker.words = text
    }

    Notice {
        width: parent.width
        text: App.life.picker.message
    }

    Label {
        width: parent.width
        visible: root.picked === 0 && App.life.picker.message === "" && text !== ""
        text: {
            if (App.life.picker.count === 0) {
                return App.life.picker.searching ? "" : App.life.picker.words.trim() === ""
                                                   ? qsTr("Type a word of the entry you look for.")
                                                   : qsTr("No entries");
            }
            return App.life.picker.words.trim() === "" ? qsTr("About the same") : "";
        }
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    Column {
        width: parent.width
        visible: root.picked === 0
        spacing: Theme.space2

        Repeater {
            model: App.life.picker

            CandidateRow {
                onPicked: entryId => {
                    root.picked = entryId;
                    question.relations = App.life.picker.relationsTo(entryId);
                    question.begin();
                }
            }
        }
    }

    RelationQuestion {
        id: question

        width: parent.width
        visible: root.picked !== 0
        onTaken: relation => {
            App.life.links.add(root.picked, relation);
            root.closeAsked();
        }
    }
}
