// SPDX-License-Identifier: Apache-2.0
// After how long an entry comes back: on or off.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

CheckBox {
    id: root

    required property int index
    required property string label
    required property bool wanted
    required property string name

    objectName: name
    width: parent ? parent.width : 0
    text: label
    checked: wanted
    onToggled: App.reviewSpans.setWanted(root.index, checked)
}
