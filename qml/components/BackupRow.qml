// SPDX-License-Identifier: Apache-2.0
// A backup that can be chosen, by the name its file has.
import QtQuick

ChoiceRow {
    id: root

    required property int index
    required property string modelData
    required property int chosenIndex
    signal picked(int index)

    text: modelData
    help: ""
    chosen: chosenIndex === index
    onClicked: root.picked(root.index)
}
