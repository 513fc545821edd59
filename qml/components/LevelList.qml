// SPDX-License-Identifier: Apache-2.0
// The levels of the system.
import QtQuick
import Pennydrop.App

ChoiceList {
    id: root

    model: LevelChoices {}
    delegate: LevelRow {}
}
