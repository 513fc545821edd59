// SPDX-License-Identifier: Apache-2.0
// One way in which two entries belong together.
import QtQuick
import Pennydrop.App

ChoiceRow {
    id: root

    required property int modelData
    readonly property RelationRows rows: parent as RelationRows

    objectName: "relation" + modelData
    width: parent ? parent.width : 0
    text: App.lifeWords.relationSentence(modelData)
    help: ""
    chosen: rows !== null && rows.current === modelData
    onClicked: root.rows.taken(root.modelData)
}
