// SPDX-License-Identifier: Apache-2.0
// What a copy outside the journal means.
import QtQuick
import Pennydrop.Style

SheetForm {
    id: root

    required property string name
    signal wanted

    function begin() {
        choose.forceActiveFocus();
    }

    heading: qsTr("Save a copy")

    Label {
        objectName: "copyWarning"
        width: parent.width
        //: %1: name of a file
        text: qsTr("The copy of %1 is not encrypted. Whoever can use the place where you save it can look at it, and Pennydrop cannot delete it there. The file in the journal stays as it is.").arg(root.name)
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }

    Button {
        id: choose

        objectName: "choosePlaceButton"
        width: parent.width
        highlighted: true
        text: qsTr("Choose where to")
        onClicked: root.wanted()
    }
}
