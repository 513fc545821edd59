// SPDX-License-Identifier: Apache-2.0
// The top of the timeline: the question, the three kinds, and in an empty journal what belongs there.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Item {
    id: root

    readonly property EntryList list: ListView.view as EntryList
    property real shownHeight: 0

    // A list grows its header upwards, out of sight; who was at the top stays there.
    onHeightChanged: {
        if (list && list.contentY <= Theme.focusGap - shownHeight) {
            settle.restart();
        }
        shownHeight = height;
    }

    Timer {
        id: settle

        interval: 0
        onTriggered: root.list.positionViewAtBeginning()
    }

    width: list ? list.width : 0
    height: column.implicitHeight + Theme.space2

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.list ? root.list.sideSpace : 0
        anchors.rightMargin: anchors.leftMargin
        spacing: Theme.space3

        RowLayout {
            width: parent.width
            spacing: Theme.space2

            Heading {
                Layout.fillWidth: true
                topPadding: Theme.space2
                display: true
                text: qsTr("What happened?")
            }

            ToolButton {
                objectName: "calendarButton"
                Layout.alignment: Qt.AlignBottom
                text: qsTr("Calendar")
                icon.source: Theme.iconSource("calendar")
                ink: Theme.textSecondary
                onClicked: root.list.asked(Places.Calendar)
            }
        }

        KindButtons {
            width: parent.width
            onChosen: kind => root.list.written(kind)
        }

        ReviewInvitation {
            objectName: "reviewInvitation"
            width: parent.width
            onClicked: root.list.asked(Places.Review)
        }

        Notice {
            objectName: "openingNotice"
            width: parent.width
            danger: App.session.noticeWarns
            text: App.session.notice
        }

        Notice {
            objectName: "backupTrouble"
            width: parent.width
            text: App.backups.failed ? App.backups.message : ""
        }

        Notice {
            width: parent.width
            text: App.timeline.message
        }

        // While something is being written, the editor tells this itself.
        Notice {
            objectName: "editorTrouble"
            width: parent.width
            text: !App.editor.active && App.editor.status === EntryEditor.Failed ? App.editor.statusText : ""
        }

        Loader {
            width: parent.width
            active: App.timeline.empty
            visible: active
            sourceComponent: EmptyJournal {}
        }
    }
}
