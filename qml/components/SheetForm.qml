// SPDX-License-Identifier: Apache-2.0
// A form on a sheet: its title with a button that closes it, and what is asked below, scrolling where the sheet is too low.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

Flickable {
    id: root

    required property string heading
    default property alias content: inner.data
    signal closeAsked

    implicitHeight: page.implicitHeight
    contentWidth: width
    contentHeight: page.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: ScrollBar {}

    Column {
        id: page

        width: root.width
        spacing: Theme.space3
        bottomPadding: Theme.space4

        SheetHeading {
            width: parent.width
            text: root.heading
            onCloseAsked: root.closeAsked()
        }

        Column {
            id: inner

            x: Theme.space4
            width: parent.width - Theme.space4 * 2
            spacing: Theme.space4
        }
    }

    FollowFocus {
        flickable: root
        page: page
    }
}
