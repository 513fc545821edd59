// SPDX-License-Identifier: Apache-2.0
// A tag, and how many entries carry it.
import QtQuick

ChoiceRow {
    id: root

    required property double tagId
    required property string name
    required property int entries
    required property string countLabel
    readonly property TagRows list: ListView.view as TagRows

    x: list ? list.sideSpace : 0
    width: list ? list.width - list.sideSpace * 2 : 0
    text: name
    help: countLabel
    chosen: list !== null && list.chosenTag !== 0 && list.chosenTag === tagId
    onClicked: root.list.chosen(root.tagId, root.name, root.entries)
}
