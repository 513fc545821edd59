// SPDX-License-Identifier: Apache-2.0
// A day of a month and a time of day, for WhenSheet.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

ColumnLayout {
    id: root

    property string heading: qsTr("When did it happen?")
    signal chosen(date when)
    signal dayChosen(string day)
    signal closeAsked

    function submit() {
        if (App.whenChoice.dayOnly) {
            root.dayChosen(App.whenChoice.chosenDay());
        } else if (App.whenChoice.timeValid) {
            root.chosen(App.whenChoice.result());
        } else {
            clock.forceActiveFocus();
        }
    }

    spacing: Theme.space2

    SheetHeading {
        Layout.fillWidth: true
        text: root.heading
        onCloseAsked: root.closeAsked()
    }

    RowLayout {
        Layout.fillWidth: true

        ToolButton {
            objectName: "previousMonthButton"
            text: qsTr("The month before")
            icon.source: Theme.iconSource("back")
            directional: true
            enabled: App.whenChoice.hasPreviousMonth
            onClicked: App.whenChoice.previousMonth()
        }

        Label {
            objectName: "monthLabel"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            font.pixelSize: Theme.label
            text: App.whenChoice.monthLabel
            font.weight: Font.DemiBold
        }

        ToolButton {
            objectName: "nextMonthButton"
            text: qsTr("The month after")
            icon.source: Theme.iconSource("forward")
            directional: true
            enabled: App.whenChoice.hasNextMonth
            onClicked: App.whenChoice.nextMonth()
        }
    }

    MonthDays {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        Layout.rightMargin: Theme.space2
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.space2
        spacing: Theme.space3

        Label {
            visible: !App.whenChoice.dayOnly
            text: qsTr("Time")
            color: Theme.textSecondary
        }

        TextField {
            id: clock

            objectName: "timeField"
            visible: !App.whenChoice.dayOnly
            Layout.fillWidth: true
            maximumLength: 32
            inputMethodHints: Qt.ImhTime
            text: App.whenChoice.timeText
            error: !App.whenChoice.timeValid
            Accessible.name: qsTr("Time, hours and minutes")
            onTextEdited: App.whenChoice.timeText = text
            onAccepted: root.submit()
        }

        Item {
            Layout.fillWidth: true
            visible: App.whenChoice.dayOnly
        }

        Button {
            objectName: "whenDoneButton"
            highlighted: true
            text: qsTr("Set")
            onClicked: root.submit()
        }
    }
}
