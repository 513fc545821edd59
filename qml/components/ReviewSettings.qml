// SPDX-License-Identifier: Apache-2.0
// When entries come back for another look, and whether the desktop says so.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space8

    SettingsCard {
        width: parent.width
        heading: qsTr("What comes back")

        Label {
            width: parent.width
            text: qsTr("Setbacks and barriers come back with one question")
        }

        Column {
            width: parent.width

            Repeater {
                model: App.reviewSpans

                SpanRow {}
            }
        }

        Notice {
            objectName: "spansTrouble"
            width: parent.width
            text: App.reviewSpans.message
        }

        Divider {}

        Switch {
            objectName: "onThisDaySwitch"
            width: parent.width
            text: qsTr("Show what I wrote on this day in earlier years")
            checked: App.settings.onThisDay
            onToggled: App.settings.onThisDay = checked
        }
    }

    SettingsCard {
        width: parent.width
        visible: App.reminder.available
        heading: qsTr("Reminder")

        Switch {
            objectName: "reminderSwitch"
            width: parent.width
            text: qsTr("Remind me on the desktop")
            checked: App.reminder.wanted
            onToggled: App.reminder.wanted = checked
        }

        SettingsNote {
            objectName: "reminderNote"
            text: qsTr("At most once a day, between 9:00 and 20:00, and only while Pennydrop runs: it does not start by itself. The message "
                       + "says that something is worth another look, and nothing of what you wrote. To say it while the journal is "
                       + "locked, the running program remembers on which days something waits, and no more.")
        }
    }
}
