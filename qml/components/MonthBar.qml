// SPDX-License-Identifier: Apache-2.0
// The month that is shown, with a way to the one before and the one after.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

RowLayout {
    id: root

    required property MonthGrid grid

    spacing: 0

    ToolButton {
        objectName: "previousMonthButton"
        text: qsTr("The month before")
        icon.source: Theme.iconSource("back")
        iconSize: Theme.iconSmall
        directional: true
        enabled: root.grid.hasPreviousMonth
        onClicked: root.grid.previousMonth()
    }

    Label {
        objectName: "monthLabel"
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WordWrap
        font.pixelSize: Theme.label
        font.weight: Font.DemiBold
        text: root.grid.monthLabel
    }

    ToolButton {
        objectName: "nextMonthButton"
        text: qsTr("The month after")
        icon.source: Theme.iconSource("forward")
        iconSize: Theme.iconSmall
        directional: true
        enabled: root.grid.hasNextMonth
        onClicked: root.grid.nextMonth()
    }
}
