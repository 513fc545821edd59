// SPDX-License-Identifier: Apache-2.0
// An example of what an entry may look like. It can be read, not pressed.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    required property int kind
    required property string words
    required property string themeLabel

    implicitHeight: content.implicitHeight + Theme.space3 * 2
    radius: Theme.radius
    color: "transparent"
    border.width: Theme.line
    border.color: Theme.hairline

    Accessible.role: Accessible.StaticText
    //: %1: kind of entry, %2: the words of the example
    Accessible.name: qsTr("Example of a %1: %2").arg(App.vocabulary.kindLabel(root.kind)).arg(root.words)

    EntryCardContent {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space4
        anchors.topMargin: Theme.space3
        kind: root.kind
        day: ""
        time: qsTr("Example")
        themeLabel: root.themeLabel
        levelLabel: ""
        words: root.words
        marked: false
        mark: EntryMarks.None
        showDay: false
    }
}
