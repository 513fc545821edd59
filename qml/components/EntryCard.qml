// SPDX-License-Identifier: Apache-2.0
// An entry in a list: the sign and word of its kind, its time, its first lines, its theme. One press opens it; a
// screen reader hears one sentence.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

T.ItemDelegate {
    id: root

    required property int kind
    required property string day
    required property string time
    required property string themeLabel
    property string levelLabel: ""
    property string words: ""
    property string plainWords: words
    property bool marked: false
    property int mark: EntryMarks.None
    readonly property string markLabel: App.lifeWords.markLabel(mark)
    property bool chosen: false
    property bool keyed: false
    property bool showDay: false

    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    implicitWidth: Theme.window
    padding: Theme.space4
    topPadding: Theme.space3
    bottomPadding: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.ClickFocus

    Accessible.role: Accessible.ListItem
    //: An entry in a list, read aloud. %1: kind, %2: day, %3: time, %4: the first lines of the entry.
    Accessible.name: qsTr("%1, %2, %3. %4").arg(App.vocabulary.kindLabel(kind)).arg(day).arg(time).arg(plainWords)
    //: Of an entry in a list, read aloud. %1: how far it has come ("Learned"), %2: its theme
    Accessible.description: markLabel !== "" && themeLabel !== "" ? qsTr("%1, %2").arg(markLabel).arg(themeLabel)
                                                                  : markLabel + themeLabel
    Accessible.selected: chosen
    Accessible.focusable: true
    Accessible.onPressAction: root.clicked()

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: EntryCardContent {
        kind: root.kind
        day: root.day
        time: root.time
        themeLabel: root.themeLabel
        levelLabel: root.levelLabel
        words: root.words
        marked: root.marked
        mark: root.mark
        showDay: root.showDay
    }

    background: Rectangle {
        radius: Theme.radius
        color: {
            const ground = root.chosen ? Theme.primaryTint : Theme.surface;
            return root.down ? Theme.mix(ground, Theme.text, 0.07)
                             : root.hovered ? Theme.mix(ground, Theme.text, 0.025) : ground;
        }
        border.width: Theme.line
        border.color: root.chosen ? Theme.primary : Theme.hairline

        FocusRing {
            shown: root.activeFocus && (root.keyed || root.visualFocus)
            gap: -Theme.strongLine
        }
    }
}
