// SPDX-License-Identifier: Apache-2.0
// One theme in a ThemeSheet.
import QtQuick

ChoiceRow {
    id: root

    required property string code
    required property string label
    readonly property ChoiceList list: ListView.view as ChoiceList

    width: list ? list.width : 0
    text: label
    chosen: list !== null && list.themeCode === code
    onClicked: root.list.themeChosen(root.code)
}
