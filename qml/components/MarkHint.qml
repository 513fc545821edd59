// SPDX-License-Identifier: Apache-2.0
// Below small marks: what the one with the keyboard says, else what pressing one does.
import QtQuick
import Pennydrop.Style

Label {
    id: root

    required property string spoken

    width: parent ? parent.width : 0
    text: spoken !== "" ? spoken : qsTr("Press a mark to see its entries.")
    font.pixelSize: Theme.small
    color: Theme.textSecondary
}
