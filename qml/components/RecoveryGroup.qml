// SPDX-License-Identifier: Apache-2.0
// One group of the recovery code, with its number.
import QtQuick
import Pennydrop.Style

Row {
    id: root

    required property int number
    required property string letters

    spacing: Theme.space3

    Accessible.role: Accessible.StaticText
    //: %1: the number of the group, %2: its letters, one by one
    Accessible.name: qsTr("Group %1: %2").arg(root.number).arg(root.letters.split("").join(" "))

    Label {
        anchors.baseline: code.baseline
        width: Theme.space4
        text: root.number
        font.pixelSize: Theme.label
        color: Theme.textSecondary
        Accessible.ignored: true
    }

    Label {
        id: code

        text: root.letters
        font.family: Theme.codeFamily
        font.pixelSize: Theme.title
        font.letterSpacing: Theme.focusGap
        Accessible.ignored: true
    }
}
