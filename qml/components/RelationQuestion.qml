// SPDX-License-Identifier: Apache-2.0
// How two entries belong together: the second step of linking.
import QtQuick
import Pennydrop.App

RelationRows {
    id: root

    property list<int> relations

    function begin() {
        const first = rows.itemAt(0);
        if (first) {
            first.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Repeater {
        id: rows

        model: root.relations

        RelationRow {}
    }

    ChoiceRow {
        objectName: "noRelation"
        width: parent.width
        visible: root.current !== LinkRelations.None
        text: qsTr("Do not link it")
        help: ""
        onClicked: root.taken(LinkRelations.None)
    }
}
