// SPDX-License-Identifier: Apache-2.0
// A day of a month and a time of day, for WhenSheet.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

ColumnLayout {
    id: root

    property date selected: new Date()
    property int year: selected.getFullYear()
    property int month: selected.getMonth()
    signal chosen(date when)
    signal closeAsked

    function turn(months: int) {
        const first = new Date(root.year, root.month + months, 1);
        root.year = first.getFullYear();
        root.month = first.getMonth();
    }

    function submit() {
        const parts = clock.text.split(":");
        if (parts.length !== 2 || !clock.acceptableInput) {
            clock.forceActiveFocus();
            return;
        }
        const when = new Date(root.selected.getFullYear(), root.selected.getMonth(), root.selected.getDate(),
                              Number(parts[0]), Number(parts[1]));
        const now = new Date();
        root.chosen(when > now ? now : when);
    }

    function start(when: date) {
        root.selected = when;
        root.year = when.getFullYear();
        root.month = when.getMonth();
        clock.text = Qt.formatTime(when, "HH:mm");
    }

    spacing: Theme.space2

    SheetHeading {
        Layout.fillWidth: true
        text: qsTr("When did it happen?")
        onCloseAsked: root.closeAsked()
    }

    RowLayout {
        Layout.fillWidth: true

        ToolButton {
            text: qsTr("The month before")
            icon.source: Theme.iconSource("back")
            directional: true
            onClicked: root.turn(-1)
        }

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            font.pixelSize: Theme.label
            text: Qt.locale().standaloneMonthName(root.month) + " " + root.year
            font.weight: Font.DemiBold
        }

        ToolButton {
            text: qsTr("The month after")
            icon.source: Theme.iconSource("forward")
            directional: true
            enabled: new Date(root.year, root.month + 1, 1) <= new Date()
            onClicked: root.turn(1)
        }
    }

    MonthDays {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        Layout.rightMargin: Theme.space2
        year: root.year
        month: root.month
        selected: root.selected
        onChosen: day => root.selected = day
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
            inputMethodHints: Qt.ImhTime
            error: !acceptableInput
            Accessible.name: qsTr("Time, hours and minutes")
            onAccepted: root.submit()

            validator: RegularExpressionValidator {
                regularExpression: /([01]?[0-9]|2[0-3]):[0-5][0-9]/
            }
        }

        Button {
            objectName: "whenDoneButton"
            highlighted: true
            text: qsTr("Set")
            onClicked: root.submit()
        }
    }
}
