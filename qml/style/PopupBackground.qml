// SPDX-License-Identifier: Apache-2.0
// The sheet of a menu, a list or a dialog.
import QtQuick

Rectangle {
    id: root

    radius: Theme.radius
    color: Theme.raised
    border.width: Theme.line
    border.color: Theme.hairline

    SoftShadow {}
}
