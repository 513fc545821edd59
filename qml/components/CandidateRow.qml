// SPDX-License-Identifier: Apache-2.0
// An entry that may be linked.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    required property int index
    required property double entryId
    required property int kind
    required property string preview
    required property string day
    required property int mark
    required property int relation
    signal picked(double entryId, int relation)

    width: parent ? parent.width : 0
    spacing: Theme.space1

    EntryCard {
        objectName: "candidate" + root.index
        width: parent.width
        height: implicitHeight
        focusPolicy: Qt.StrongFocus
        kind: root.kind
        day: root.day
        time: ""
        themeLabel: ""
        words: root.preview
        mark: root.mark
        showDay: true
        chosen: root.relation !== LinkRelations.None
        onClicked: root.picked(root.entryId, root.relation)
    }

    Label {
        width: parent.width
        visible: root.relation !== LinkRelations.None
        leftPadding: Theme.space4
        text: App.lifeWords.relationSentence(root.relation)
        font.pixelSize: Theme.label
        color: Theme.primary
    }
}
