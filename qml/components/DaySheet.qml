// SPDX-License-Identifier: Apache-2.0
// Choosing a day from today on.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    // "2026-12-01"
    required property string day
    signal chosen(string day)

    onAboutToShow: {
        App.whenChoice.beginDay(root.day);
        (contentItem as WhenPage).contentY = 0;
    }

    contentItem: WhenPage {
        heading: qsTr("Until when?")
        onDayChosen: day => root.chosen(day)
        onCloseAsked: root.close()
    }
}
