// SPDX-License-Identifier: Apache-2.0
// One row in the open list of a ComboBox.
import QtQuick

ItemDelegate {
    id: root

    required property int index
    readonly property ComboList list: ListView.view as ComboList

    width: list ? list.width : implicitWidth
    text: list ? list.control.textAt(index) : ""
    chosen: list !== null && list.control.currentIndex === index
    highlighted: list !== null && list.control.highlightedIndex === index
}
