// SPDX-License-Identifier: Apache-2.0
// The smallest sign of a kind: a disc for a setback, a diamond for a light bulb, a square for a barrier, so that colour
// is not all that tells them apart.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    required property int kind
    property int size: Theme.dot

    width: size
    height: size
    radius: kind === EntryKinds.Setback ? size / 2 : Theme.line
    rotation: kind === EntryKinds.LightBulb ? 45 : 0
    scale: kind === EntryKinds.LightBulb ? 0.85 : 1
    color: Theme.kindColour(kind)
    antialiasing: true
}
