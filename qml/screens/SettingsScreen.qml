// SPDX-License-Identifier: Apache-2.0
// Security, appearance, and what this program is.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    objectName: "settingsScreen"

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        canGoBack: root.phone
        indent: page.x + Theme.space1
        title: qsTr("Settings")
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

            SecuritySettings {
                width: parent.width
            }

            KeySettings {
                width: parent.width
            }

            BackupSettings {
                width: parent.width
            }

            CheckSettings {
                width: parent.width
            }

            ReviewSettings {
                width: parent.width
            }

            WritingSettings {
                width: parent.width
                onAsked: root.asked(Places.Questions)
            }

            TagSettings {
                width: parent.width
                onAsked: root.asked(Places.Tags)
            }

            BinSettings {
                width: parent.width
                onAsked: root.asked(Places.Bin)
            }

            AppearanceSettings {
                width: parent.width
            }

            EraseJournalSettings {
                width: parent.width
                visible: !App.session.sample
            }

            AboutSettings {
                width: parent.width
            }
        }
    }

    FollowFocus {
        flickable: scroller
        page: page
    }
}
