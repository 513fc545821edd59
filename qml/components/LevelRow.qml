// SPDX-License-Identifier: Apache-2.0
// One level of the system in a LevelSheet.
import QtQuick

ChoiceRow {
    id: root

    required property int level
    required property string label
    readonly property ChoiceList list: ListView.view as ChoiceList

    width: list ? list.width : 0
    text: label
    help: ""
    chosen: list !== null && list.level === level
    onClicked: root.list.levelChosen(root.level)
}
