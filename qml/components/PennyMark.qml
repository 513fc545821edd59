// SPDX-License-Identifier: Apache-2.0
// The penny as it drops, with the rings it makes.
import QtQuick
import Pennydrop.Style

Icon {
    id: root

    icon: "ripple"
    width: Theme.mark * 10 / 7
    height: Theme.mark
    sourceSize.width: width
    sourceSize.height: height
    color: Theme.primary
}
