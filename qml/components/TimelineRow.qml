// SPDX-License-Identifier: Apache-2.0
// A row of the timeline.
import QtQuick
import Pennydrop.App

FocusScope {
    id: root

    required property int index
    required property double entryId
    required property int kind
    required property string preview
    required property string day
    required property string time
    required property string themeLabel
    required property int mark
    required property string levelLabel
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
        levelLabel: root.levelLabel
        words: root.preview
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
