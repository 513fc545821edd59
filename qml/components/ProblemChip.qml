// SPDX-License-Identifier: Apache-2.0
// How well the way past a barrier is known.
import QtQuick
import Pennydrop.App

ToggleChip {
    id: root

    required property int problem

    objectName: "problem" + problem
    text: App.lifeWords.problemLabel(problem)
}
