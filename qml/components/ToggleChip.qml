// SPDX-License-Identifier: Apache-2.0
// A chip that is on or off; pressed again it is off.
import QtQuick
import Pennydrop.Style

Chip {
    id: root

    required property bool on
    property string sign: ""

    width: parent ? Math.min(implicitWidth, parent.width) : implicitWidth
    opensList: false
    filled: on
    icon.source: Theme.iconSource(on ? "check" : sign)
    // A control of Qt tells a screen reader its own state, over what Accessible says.
    checkable: true
    checked: on
    // What is in force is the view model's to say.
    onToggled: checked = Qt.binding(() => root.on)
    Accessible.role: Accessible.CheckBox
    Accessible.onToggleAction: root.clicked()
}
