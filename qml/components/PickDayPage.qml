// SPDX-License-Identifier: Apache-2.0
// A month to choose a day from, for PickDaySheet.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SheetForm {
    id: root

    required property string buttonText
    required property string noneText
    signal chosen(string day)

    function begin() {
        days.give(App.dayChoice.currentRow);
    }

    MonthBar {
        width: parent.width
        grid: App.dayChoice
    }

    DayGrid {
        id: days

        width: parent.width
        grid: App.dayChoice
    }

    Label {
        objectName: "chosenDayLabel"
        width: parent.width
        visible: text !== ""
        text: App.dayChoice.chosenLabel
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    Button {
        objectName: "dayDoneButton"
        width: parent.width
        highlighted: true
        enabled: App.dayChoice.chosenDay !== ""
        text: root.buttonText
        onClicked: root.chosen(App.dayChoice.chosenDay)
    }

    Button {
        objectName: "noDayButton"
        width: parent.width
        visible: text !== ""
        flat: true
        text: root.noneText
        onClicked: root.chosen("")
    }
}
