// SPDX-License-Identifier: Apache-2.0
// WhenForm, scrolling where the sheet is too low for it.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

Flickable {
    id: root

    signal chosen(date when)
    signal closeAsked

    implicitHeight: form.implicitHeight
    contentWidth: width
    contentHeight: form.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: ScrollBar {}

    WhenForm {
        id: form

        width: root.width
        onChosen: when => root.chosen(when)
        onCloseAsked: root.closeAsked()
    }

    FollowFocus {
        flickable: root
        page: form
    }
}
