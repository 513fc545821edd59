// SPDX-License-Identifier: Apache-2.0
// One of several choices in a menu, with a tick when it is the one in force.
import QtQuick
import Pennydrop.Style

MenuItem {
    id: root

    required property bool chosen

    checkable: true
    // The one in force stays so when it is pressed.
    autoExclusive: true
    checked: chosen
    Accessible.role: Accessible.RadioButton
}
