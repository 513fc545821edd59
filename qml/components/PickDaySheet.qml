// SPDX-License-Identifier: Apache-2.0
// Choosing a day. Whoever opens it begins App.dayChoice first.
import QtQuick

Sheet {
    id: root

    required property string heading
    property string buttonText: qsTr("Set")
    // What to answer instead of a day; "" for nothing else.
    property string noneText: ""
    // A day as ISO 8601 writes it; "" for none.
    signal chosen(string day)

    onAboutToShow: (contentItem as PickDayPage).contentY = 0
    onOpened: (contentItem as PickDayPage).begin()

    contentItem: PickDayPage {
        heading: root.heading
        buttonText: root.buttonText
        noneText: root.noneText
        onChosen: day => {
            root.close();
            root.chosen(day);
        }
        onCloseAsked: root.close()
    }
}
