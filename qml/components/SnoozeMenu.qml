// SPDX-License-Identifier: Apache-2.0
// Until when a card of Review is put off.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Menu {
    id: root

    signal dayWanted

    modal: true

    MenuItem {
        objectName: "snoozeTomorrow"
        text: qsTr("Tomorrow")
        onTriggered: App.review.snooze(ReviewModel.UntilTomorrow)
    }

    MenuItem {
        objectName: "snoozeWeek"
        text: qsTr("In a week")
        onTriggered: App.review.snooze(ReviewModel.ForAWeek)
    }

    MenuItem {
        objectName: "snoozeMonth"
        text: qsTr("In a month")
        onTriggered: App.review.snooze(ReviewModel.ForAMonth)
    }

    MenuItem {
        objectName: "snoozeDay"
        text: qsTr("On a day …")
        onTriggered: root.dayWanted()
    }
}
