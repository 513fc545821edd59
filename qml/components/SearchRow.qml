// SPDX-License-Identifier: Apache-2.0
// A row of what was found, with the matches marked.
import QtQuick
import Pennydrop.App

FocusScope {
    id: root

    required property int index
    required property double entryId
    required property int kind
    required property string snippet
    required property string words
    required property string day
    required property string time
    required property string themeLabel
    required property int mark
    readonly property EntryList list: ListView.view as EntryList

    width: list ? list.width : 0
    height: card.implicitHeight

    EntryCard {
        id: card

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.list ? root.list.sideSpace : 0
        anchors.rightMargin: anchors.leftMargin
        height: implicitHeight
        focus: true
        kind: root.kind
        day: root.day
        time: root.time
        themeLabel: root.themeLabel
        mark: root.mark
        words: root.snippet
        plainWords: root.words
        marked: true
        showDay: true
        chosen: root.list !== null && root.list.shownEntry === root.entryId
        keyed: root.list !== null && root.list.keyed
        Keys.onDeletePressed: App.removal.remove(root.entryId)
        onPressed: root.list.keyed = false
        onClicked: {
            root.list.currentIndex = root.index;
            root.list.opened(root.entryId);
        }
    }
}
