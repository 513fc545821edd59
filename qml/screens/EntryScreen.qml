// SPDX-License-Identifier: Apache-2.0
// Reading an entry and what came after it; changing it; deleting it, which can be undone.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    // The linter of Qt 6.4 does not know 64-bit numbers.
    readonly property double entryId: App.reader.entryId // qmllint disable type

    objectName: "entryScreen"
    Keys.onDeletePressed: App.removal.remove(root.entryId)
    Keys.onUpPressed: scroller.contentY = Math.max(0, scroller.contentY - Theme.touchSize)
    Keys.onDownPressed: scroller.contentY = Math.max(0, Math.min(scroller.contentHeight - scroller.height,
                                                                 scroller.contentY + Theme.touchSize))

    Rectangle {
        anchors.fill: parent
        color: root.phone ? Theme.background : Theme.surface
    }

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        canGoBack: true
        closes: !root.phone
        backText: root.phone ? qsTr("Back") : qsTr("Close the entry")
        onBack: App.reader.close()

        ToolButton {
            objectName: "copyEntryButton"
            visible: App.reader.kind > 0
            text: qsTr("Copy the words")
            icon.source: Theme.iconSource("copy")
            ink: Theme.textSecondary
            onClicked: App.reader.copyText()
        }

        ToolButton {
            objectName: "deleteEntryButton"
            text: qsTr("Delete")
            icon.source: Theme.iconSource("delete")
            ink: Theme.textSecondary
            onClicked: App.removal.remove(root.entryId)
        }

        ToolButton {
            objectName: "editEntryButton"
            text: qsTr("Change")
            icon.source: Theme.iconSource("edit")
            focus: true
            onClicked: App.editor.edit(root.entryId)
        }
    }

    Flickable {
        id: scroller

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        contentWidth: width
        contentHeight: page.y + page.implicitHeight + Theme.space12
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: page

            readonly property real side: root.phone ? Theme.space4 : Theme.space8

            x: Math.max(side, Math.round((scroller.width - Theme.column) / 2))
            width: scroller.width - x * 2
            y: Theme.space2
            spacing: Theme.space6

            Notice {
                objectName: "entryTrouble"
                width: parent.width
                text: App.reader.message !== "" ? App.reader.message
                                                : App.editor.status === EntryEditor.Failed ? App.editor.statusText : ""
            }

            RowLayout {
                width: parent.width
                visible: App.reader.kind > 0
                spacing: Theme.space3

                KindBadge {
                    Layout.alignment: Qt.AlignTop
                    kind: App.reader.kind
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Heading {
                        Layout.fillWidth: true
                        text: App.reader.kindLabel
                        color: Theme.kindColour(App.reader.kind)
                    }

                    Label {
                        Layout.fillWidth: true
                        text: App.reader.whenLabel
                        font.pixelSize: Theme.label
                        color: Theme.textSecondary
                    }

                    EntryMark {
                        objectName: "entryMark"
                        Layout.topMargin: Theme.space1
                        textSize: Theme.label
                        heard: true
                        mark: App.reader.mark
                    }
                }
            }

            EntryText {
                objectName: "entryText"
                width: parent.width
                text: App.reader.text
            }

            FileTiles {
                objectName: "entryFiles"
                width: parent.width
                files: App.life.files
            }

            NotedText {
                objectName: "meaningText"
                width: parent.width
                title: qsTr("What it means for the people served")
                text: App.reader.meaning
            }

            NotedText {
                objectName: "askText"
                width: parent.width
                //: Above what somebody could do differently. %1: a role, such as "ward manager"
                title: App.reader.askRole !== "" ? qsTr("An ask, to: %1").arg(App.reader.askRole) : qsTr("An ask")
                text: App.reader.ask
            }

            Rectangle {
                width: parent.width
                height: Theme.line
                visible: facts.visible
                color: Theme.hairline
            }

            EntryFacts {
                id: facts

                width: parent.width
                visible: any
            }

            BarrierStanding {
                width: parent.width
                visible: App.reader.kind === EntryKinds.Barrier
            }

            EntryAfter {
                width: parent.width
                visible: App.reader.kind > 0
            }
        }

        FollowFocus {
            flickable: scroller
            page: page
        }
    }
}
