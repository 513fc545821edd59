// SPDX-License-Identifier: Apache-2.0
// How long something holds: a few usual times, or a day from the calendar.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FormQuestion {
    id: root

    required property DecisionForm form
    readonly property bool usual: form.inDays === 7 || form.inDays === 14 || form.inDays === 30
                                   || form.inDays === 90

    question: qsTr("Until when? Until %1").arg(form.untilLabel)

    ToggleChip {
        objectName: "inAWeek"
        text: qsTr("A week")
        on: root.form.inDays === 7
        onClicked: root.form.setInDays(7)
    }

    ToggleChip {
        objectName: "inTwoWeeks"
        text: qsTr("Two weeks")
        on: root.form.inDays === 14
        onClicked: root.form.setInDays(14)
    }

    ToggleChip {
        objectName: "inAMonth"
        text: qsTr("A month")
        on: root.form.inDays === 30
        onClicked: root.form.setInDays(30)
    }

    ToggleChip {
        objectName: "inThreeMonths"
        text: qsTr("Three months")
        on: root.form.inDays === 90
        onClicked: root.form.setInDays(90)
    }

    Chip {
        objectName: "untilChip"
        width: parent ? Math.min(implicitWidth, parent.width) : implicitWidth
        icon.source: Theme.iconSource("calendar")
        filled: !root.usual
        text: root.usual ? qsTr("Another day") : root.form.untilLabel
        onClicked: {
            App.dayChoice.beginAhead(root.form.until);
            daySheet.open();
        }
    }

    PickDaySheet {
        id: daySheet

        objectName: "daySheet"
        heading: qsTr("Until when?")
        onChosen: day => root.form.setUntil(day)
    }
}
