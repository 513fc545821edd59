// SPDX-License-Identifier: Apache-2.0
// Choosing where in the system an entry sits.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

Sheet {
    id: root

    required property int level
    property string heading: qsTr("Where in the system does it sit?")
    property string noneText: qsTr("Leave it open")
    signal chosen(int level)

    contentItem: ColumnLayout {
        spacing: Theme.space1

        SheetHeading {
            Layout.fillWidth: true
            text: root.heading
            onCloseAsked: root.close()
        }

        ChoiceRow {
            objectName: "noLevel"
            Layout.fillWidth: true
            text: root.noneText
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
