// SPDX-License-Identifier: Apache-2.0
// A page with one narrow column, in the middle when there is room, scrolling when there is not. What gets the
// keyboard is brought into view.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

FocusScope {
    id: root

    default property alias content: column.data

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    Flickable {
        id: scroller

        anchors.fill: parent
        contentWidth: width
        contentHeight: Math.max(height, column.implicitHeight + Theme.space8 * 2)
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            x: Math.round((scroller.width - width) / 2)
            y: Math.max(Theme.space8, Math.round((scroller.height - height) * 0.42))
            width: Math.min(Theme.form, scroller.width - Theme.space6 * 2)
            spacing: Theme.space4
        }
    }

    FollowFocus {
        flickable: scroller
        page: column
    }
}
