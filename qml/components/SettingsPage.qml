// SPDX-License-Identifier: Apache-2.0
// The page of a group of settings: its title, with a way back where the list of groups is not beside it, and its cards.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    property string title: ""
    property bool canGoBack: false
    // Where one was before: one of Places.
    property int cameFrom: Places.Journal
    // What leads to the place one has come back from; none when one comes from the list.
    property Item way: null
    default property alias cards: page.data
    signal back
    // To be at another place: one of Places.
    signal asked(int place)

    // The title first, so that what is pressed next is what a person chose; from another place, where one had been.
    function enter(reason: int) {
        if (root.way) {
            root.way.forceActiveFocus(reason);
            reveal.start();
        } else {
            header.focusTitle(reason);
        }
    }

    Keys.onUpPressed: scroller.contentY = Math.max(0, scroller.contentY - Theme.touchSize)
    Keys.onDownPressed: scroller.contentY = Math.max(0, Math.min(scroller.contentHeight - scroller.height,
                                                                 scroller.contentY + Theme.touchSize))

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        canGoBack: root.canGoBack
        titleFirst: true
        indent: page.x + Theme.space1
        title: root.title
        onBack: root.back()
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
            y: Theme.space2
            width: scroller.width - x * 2
            spacing: Theme.space8
        }
    }

    FollowFocus {
        id: follow

        flickable: scroller
        page: page
    }

    // The page has its first layout by then.
    Timer {
        id: reveal

        interval: 100
        onTriggered: follow.bringIntoView(root.way)
    }
}
