// SPDX-License-Identifier: Apache-2.0
// A change in the history of a barrier.
import QtQuick
import Pennydrop.Style

Label {
    id: root

    required property string label
    required property string day

    width: parent ? parent.width : 0
    //: In the history of a barrier. %1: "Stuck", "Moving" or "Cleared", %2: a day
    text: qsTr("%1 · %2").arg(label).arg(day)
    font.pixelSize: Theme.label
    color: Theme.textSecondary
}
