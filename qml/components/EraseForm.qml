// SPDX-License-Identifier: Apache-2.0
// Asks once more before something of the bin is erased.
import QtQuick
import Pennydrop.Style

SheetForm {
    id: root

    required property string explanation
    required property string words
    signal confirmed

    heading: qsTr("Erase for good")

    function enter() {
        keep.forceActiveFocus(Qt.TabFocusReason);
    }

    Label {
        objectName: "eraseText"
        width: parent.width
        text: root.explanation
    }

    Label {
        width: parent.width
        visible: text !== ""
        text: root.words
        elide: Text.ElideRight
        maximumLineCount: 3
        color: Theme.textSecondary
    }

    Button {
        objectName: "confirmEraseButton"
        width: parent.width
        highlighted: true
        danger: true
        text: qsTr("Erase")
        onClicked: root.confirmed()
    }

    Button {
        id: keep

        objectName: "keepButton"
        width: parent.width
        flat: true
        text: qsTr("Keep it")
        onClicked: root.closeAsked()
    }
}
