// SPDX-License-Identifier: Apache-2.0
// A list of choices in a sheet: themes by their code, levels by their number.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

ListView {
    id: root

    property string themeCode: ""
    property int level: 0
    signal themeChosen(string code)
    signal levelChosen(int level)

    implicitHeight: contentHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: ScrollBar {}
}
