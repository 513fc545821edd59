// SPDX-License-Identifier: Apache-2.0
// A power that could shift a barrier.
import QtQuick
import Pennydrop.App

ToggleChip {
    id: root

    required property int power

    objectName: "power" + power
    text: App.lifeWords.powerLabel(power)
}
