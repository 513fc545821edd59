// SPDX-License-Identifier: Apache-2.0
// Choosing the theme of an entry, or the theme to search for.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Sheet {
    id: root

    required property int kind
    required property string themeCode
    property string heading: kind === EntryKinds.LightBulb ? qsTr("What was it about?") : qsTr("What stood in the way?")
    property string noneText: qsTr("Leave it open")
    signal chosen(string code)

    contentItem: ColumnLayout {
        spacing: Theme.space1

        SheetHeading {
            Layout.fillWidth: true
            text: root.heading
            onCloseAsked: root.close()
        }

        ChoiceRow {
            objectName: "noTheme"
            Layout.fillWidth: true
            text: root.noneText
            help: ""
            chosen: root.themeCode === ""
            onClicked: root.chosen("")
        }

        ThemeList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            kind: root.kind
            themeCode: root.themeCode
            onThemeChosen: code => root.chosen(code)
        }
    }
}
