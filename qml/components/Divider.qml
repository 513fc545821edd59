// SPDX-License-Identifier: Apache-2.0
// A thin line between what lies on one card.
import QtQuick
import Pennydrop.Style

Rectangle {
    width: parent ? parent.width : 0
    height: Theme.line
    color: Theme.hairline
}
