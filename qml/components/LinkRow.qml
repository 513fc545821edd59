// SPDX-License-Identifier: Apache-2.0
// An entry that belongs to the one being read.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

ColumnLayout {
    id: root

    required property int index
    required property double entryId
    required property int kind
    required property string preview
    required property string day
    required property int mark
    required property int relation

    width: parent ? parent.width : 0
    spacing: 0

    Label {
        Layout.fillWidth: true
        text: App.lifeWords.relationLabel(root.relation)
        font.pixelSize: Theme.small
        color: Theme.textSecondary
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 0

        EntryCard {
            objectName: "link" + root.index
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            focusPolicy: Qt.StrongFocus
            kind: root.kind
            day: root.day
            time: ""
            themeLabel: ""
            words: root.preview
            mark: root.mark
            showDay: true
            onClicked: App.pane.read(root.entryId)
        }

        ToolButton {
            objectName: "unlink" + root.index
            text: qsTr("Take the link away")
            icon.source: Theme.iconSource("close")
            iconSize: Theme.iconSmall
            ink: Theme.textSecondary
            onClicked: App.life.links.remove(root.entryId, root.relation)
        }
    }
}
