// SPDX-License-Identifier: Apache-2.0
// Choosing where in the system an entry sits.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

Sheet {
    id: root

    required property int level
    signal chosen(int level)

    contentItem: ColumnLayout {
        spacing: Theme.space1

        SheetHeading {
            Layout.fillWidth: true
            text: qsTr("Where in the system does it sit?")
            onCloseAsked: root.close()
        }

        ChoiceRow {
            objectName: "noLevel"
            Layout.fillWidth: true
            text: qsTr("Leave it open")
            help: ""
            chosen: root.level === 0
            onClicked: root.chosen(0)
        }

        LevelList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            level: root.level
            onLevelChosen: level => root.chosen(level)
        }
    }
}
