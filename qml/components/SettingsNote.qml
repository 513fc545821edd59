// SPDX-License-Identifier: Apache-2.0
// What a setting means, quietly.
import QtQuick
import Pennydrop.Style

Label {
    width: parent ? parent.width : 0
    font.pixelSize: Theme.label
    color: Theme.textSecondary
}
