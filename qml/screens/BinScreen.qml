// SPDX-License-Identifier: Apache-2.0
// Deleted entries, and deleted files of others: each can be brought back or erased; all of them at once; and how long
// they stay.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    objectName: "binScreen"

    Component.onCompleted: App.bin.show()
    Component.onDestruction: App.bin.leave()

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        canGoBack: true
        title: qsTr("Deleted")
        onBack: root.back()
    }

    Flickable {
        id: scroller

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        contentWidth: width
        contentHeight: page.implicitHeight + Theme.space2 + Theme.space12
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: page

            x: Math.max(Theme.space4, Math.round((scroller.width - Theme.column) / 2))
            y: Theme.space2
            width: scroller.width - x * 2
            spacing: Theme.space4

            Notice {
                objectName: "binTrouble"
                width: parent.width
                text: App.bin.message
            }

            Label {
                id: question

                width: parent.width
                text: qsTr("How long deleted entries stay before they are erased")
                color: Theme.textSecondary
            }

            ComboBox {
                objectName: "binDaysBox"
                width: Math.min(Theme.menu, parent.width)
                enabled: App.bin.dayChoice >= 0 && !App.bin.busy
                model: App.bin.dayChoices
                currentIndex: App.bin.dayChoice
                Accessible.name: question.text
                onActivated: index => App.bin.dayChoice = index
            }

            EmptyBin {
                width: parent.width
                topPadding: Theme.space8
                visible: App.bin.empty
            }

            Column {
                width: parent.width
                spacing: Theme.space2

                Repeater {
                    model: App.bin

                    BinRow {
                        onEraseAsked: (entryId, words) => sheet.askEntry(entryId, words)
                    }
                }
            }

            Button {
                objectName: "moreDeletedButton"
                width: parent.width
                visible: App.bin.hasMore
                text: qsTr("Show more")
                onClicked: App.bin.more()
            }

            SectionTitle {
                width: parent.width
                visible: App.bin.files.count > 0
                text: qsTr("Files of other entries")
            }

            Column {
                width: parent.width
                visible: App.bin.files.count > 0
                spacing: Theme.space2

                Repeater {
                    model: App.bin.files

                    BinFileRow {
                        onEraseAsked: (fileId, name) => sheet.askFile(fileId, name)
                    }
                }
            }

            Button {
                objectName: "eraseAllButton"
                width: parent.width
                visible: App.bin.ready && !App.bin.empty
                danger: true
                enabled: !App.bin.busy
                text: qsTr("Erase everything here")
                onClicked: sheet.askAll()
            }
        }
    }

    FollowFocus {
        flickable: scroller
        page: page
    }

    EraseSheet {
        id: sheet

        objectName: "eraseSheet"
        onClosed: root.forceActiveFocus()
    }
}
