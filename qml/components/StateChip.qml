// SPDX-License-Identifier: Apache-2.0
// One of the states of a barrier.
import QtQuick
import Pennydrop.App

ToggleChip {
    id: root

    required property int barrierState

    objectName: "state" + barrierState
    sign: barrierState === 1 ? "stuck" : barrierState === 2 ? "moving" : "cleared"
    text: App.lifeWords.stateLabel(barrierState)
}
