// SPDX-License-Identifier: Apache-2.0
// The line beside a quote.
import QtQuick
import Pennydrop.Style

Rectangle {
    width: Theme.strongLine
    height: parent ? parent.height : 0
    radius: width / 2
    color: Theme.outline
}
