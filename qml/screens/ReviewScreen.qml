// SPDX-License-Identifier: Apache-2.0
// One card at a time: the old words, one question, an answer; or not now, or nothing new.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    objectName: "reviewScreen"

    Component.onCompleted: App.review.show()
    Component.onDestruction: App.review.leave()

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        indent: page.x
        title: qsTr("Review")
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

            x: Math.max(Theme.space4, Math.round((scroller.width - Theme.column) / 2))
            y: Theme.space1
            width: scroller.width - x * 2
            spacing: Theme.space4

            Notice {
                objectName: "reviewTrouble"
                width: parent.width
                text: App.review.message
            }

            EmptyReview {
                width: parent.width
                visible: App.review.empty
            }

            ReviewCard {
                width: parent.width
                visible: App.review.shown
                onOpened: root.opened(App.review.entryId) // qmllint disable type
            }

            ReviewAnswer {
                width: parent.width
                focus: true
                visible: App.review.shown
            }

            Label {
                objectName: "reviewMore"
                width: parent.width
                visible: text !== ""
                text: App.review.moreText
                font.pixelSize: Theme.label
                color: Theme.textSecondary
            }
        }
    }

    // Another card begins at its top.
    Connections {
        target: App.review

        property double shown: 0

        function onCardChanged() {
            if (App.review.entryId !== shown) { // qmllint disable type
                shown = App.review.entryId; // qmllint disable type
                scroller.contentY = 0;
            }
        }
    }

    FollowFocus {
        flickable: scroller
        page: page
    }
}
