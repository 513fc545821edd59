// SPDX-License-Identifier: Apache-2.0
// What from now on, until when, and how one will know.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SheetForm {
    id: root

    property string day: ""
    signal adapted(string what, string day, string how)

    heading: qsTr("From now on")

    function begin() {
        what.text = App.review.decided;
        how.text = App.review.howWeKnow;
        root.day = App.dayChoice.dayAhead(1, 0);
    }

    function enter() {
        what.forceActiveFocus();
    }

    function clear() {
        what.clear();
        how.clear();
    }

    function submit() {
        if (start.enabled) {
            root.adapted(what.text, root.day, how.text);
        }
    }

    Label {
        width: parent.width
        text: qsTr("What do you try next?")
    }

    TextArea {
        id: what

        objectName: "adaptWhat"
        width: parent.width
        focus: true
        inputMethodHints: Qt.ImhSensitiveData
        Accessible.name: qsTr("What do you try next?")
    }

    Label {
        width: parent.width
        text: qsTr("How will you know? (may stay empty)")
    }

    TextArea {
        id: how

        objectName: "adaptHow"
        width: parent.width
        inputMethodHints: Qt.ImhSensitiveData
        Accessible.name: qsTr("How will you know?")
    }

    Chip {
        objectName: "adaptUntil"
        width: Math.min(implicitWidth, parent.width)
        icon.source: Theme.iconSource("calendar")
        filled: true
        //: Of a decision for now. %1: the day until which it holds ("Saturday 14 November 2026")
        text: qsTr("Until %1").arg(App.dayChoice.labelOf(root.day))
        onClicked: {
            App.dayChoice.beginAhead(root.day);
            daySheet.open();
        }
    }

    Button {
        id: start

        objectName: "startAdaptedButton"
        width: parent.width
        highlighted: true
        enabled: what.text.trim() !== "" && root.day !== ""
        text: qsTr("Start")
        onClicked: root.submit()
    }

    PickDaySheet {
        id: daySheet

        objectName: "untilSheet"
        heading: qsTr("When will you look again?")
        onChosen: day => root.day = day
    }
}
