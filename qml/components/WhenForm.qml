// SPDX-License-Identifier: Apache-2.0
// A day of a month and a time of day, for WhenSheet.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

ColumnLayout {
    id: root

    signal chosen(date when)
    signal closeAsked

    function submit() {
        if (App.whenChoice.timeValid) {
            root.chosen(App.whenChoice.result());
        } else {
            clock.forceActiveFocus();
        }
    }

    spacing: Theme.space2

    SheetHeading {
        Layout.fillWidth: true
        text: qsTr("When did it happen?")
        onCloseAsked: root.closeAsked()
    }

    MonthBar {
        Layout.fillWidth: true
        grid: App.whenChoice
    }

    DayGrid {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        Layout.rightMargin: Theme.space2
        grid: App.whenChoice
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.space2
        spacing: Theme.space3

        Label {
            text: qsTr("Time")
            color: Theme.textSecondary
        }

        TextField {
            id: clock

            objectName: "timeField"
            Layout.fillWidth: true
            maximumLength: 32
            inputMethodHints: Qt.ImhTime
            text: App.whenChoice.timeText
            error: !App.whenChoice.timeValid
            Accessible.name: qsTr("Time, hours and minutes")
            onTextEdited: App.whenChoice.timeText = text
            onAccepted: root.submit()
        }

        Button {
            objectName: "whenDoneButton"
            highlighted: true
            text: qsTr("Set")
            onClicked: root.submit()
        }
    }
}
