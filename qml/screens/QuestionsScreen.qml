// SPDX-License-Identifier: Apache-2.0
// Which questions are offered for each kind of entry, and the person's own sets of them.
import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    objectName: "questionsScreen"

    Component.onCompleted: App.prompts.forgetMessage()

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
        title: qsTr("Questions")
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
            spacing: Theme.space8

            Label {
                width: parent.width
                text: qsTr("While you write, one question at a time waits below the text. You take it, ask for another, or leave it alone.")
                color: Theme.textSecondary
            }

            Repeater {
                model: App.prompts.kinds

                PromptKindRow {}
            }

            SettingsCard {
                width: parent.width
                heading: qsTr("Your own sets")

                Label {
                    width: parent.width
                    text: qsTr("A set of questions can come from your team, as a small JSON file. It is kept in your journal.")
                    color: Theme.textSecondary
                }

                Repeater {
                    model: App.prompts.own

                    OwnPromptRow {}
                }

                Notice {
                    objectName: "promptsNotice"
                    width: parent.width
                    danger: App.prompts.failed
                    text: App.prompts.message
                }

                Button {
                    objectName: "takeInSetButton"
                    width: parent.width
                    enabled: !App.prompts.busy
                    text: qsTr("Add a set from a file")
                    onClicked: fileDialog.open()
                }
            }
        }
    }

    FollowFocus {
        flickable: scroller
        page: page
    }

    FileDialog {
        id: fileDialog

        title: qsTr("Set of questions to take in")
        nameFilters: [qsTr("Sets of questions (*.json)")]
        onAccepted: App.prompts.takeIn(selectedFile)
    }
}
