// SPDX-License-Identifier: Apache-2.0
// Earlier entries like the one being written; one that is picked is asked about, then linked.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SheetForm {
    id: root

    property double picked: 0
    property int pickedRelation: LinkRelations.None

    heading: picked === 0 ? qsTr("Something like this before?") : qsTr("How do they belong together?")

    function begin() {
        root.picked = 0;
        root.contentY = 0;
    }

    Label {
        width: parent.width
        visible: root.picked === 0
        text: qsTr("Choose what this belongs to. It is linked when you are done writing.")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    Column {
        width: parent.width
        visible: root.picked === 0
        spacing: Theme.space2

        Repeater {
            model: App.similar

            CandidateRow {
                onPicked: (entryId, relation) => {
                    root.picked = entryId;
                    root.pickedRelation = relation;
                    question.relations = App.similar.relationsTo(entryId);
                    question.begin();
                }
            }
        }
    }

    RelationQuestion {
        id: question

        width: parent.width
        visible: root.picked !== 0
        current: root.pickedRelation
        onTaken: relation => {
            App.similar.choose(root.picked, relation);
            root.closeAsked();
        }
    }
}
