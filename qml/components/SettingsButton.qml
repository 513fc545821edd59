// SPDX-License-Identifier: Apache-2.0
// A button on a card of settings: as wide as its words, and no wider than the card.
import QtQuick
import Pennydrop.Style

Button {
    width: parent ? Math.min(implicitWidth, parent.width) : implicitWidth
}
