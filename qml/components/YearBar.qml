// SPDX-License-Identifier: Apache-2.0
// The year whose trends are shown, with a way to the one before and the one after.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

RowLayout {
    id: root

    spacing: 0

    ToolButton {
        objectName: "yearBeforeButton"
        text: qsTr("The year before")
        icon.source: Theme.iconSource("back")
        iconSize: Theme.iconSmall
        directional: true
        enabled: App.trends.hasYearBefore
        onClicked: App.trends.yearBefore()
    }

    Heading {
        objectName: "yearLabel"
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: App.trends.yearLabel
    }

    ToolButton {
        objectName: "yearAfterButton"
        text: qsTr("The year after")
        icon.source: Theme.iconSource("forward")
        iconSize: Theme.iconSmall
        directional: true
        enabled: App.trends.hasYearAfter
        onClicked: App.trends.yearAfter()
    }
}
