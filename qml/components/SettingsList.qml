// SPDX-License-Identifier: Apache-2.0
// The groups of the settings, in a page that scrolls where the window is low.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    required property int here
    required property bool beside
    readonly property real sideSpace: Math.max(Theme.space4, Math.round((width - Theme.column) / 2))
    signal asked(int place, bool keyed)

    function enter(row: int, reason: int) {
        const item = rows.itemAt(row);
        if (item) {
            item.forceActiveFocus(reason);
        }
    }

    Flickable {
        id: scroller

        anchors.fill: parent
        contentWidth: width
        contentHeight: page.y + page.implicitHeight + Theme.space12
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        SettingsRows {
            id: page

            x: root.sideSpace
            y: Theme.space2
            width: scroller.width - x * 2
            here: root.here
            beside: root.beside
            Accessible.role: Accessible.List
            //: Of the list of all groups of settings, for a screen reader.
            Accessible.name: qsTr("Groups of settings")
            onAsked: (place, keyed) => root.asked(place, keyed)
            onMoved: row => root.enter(row, Qt.TabFocusReason)

            Repeater {
                id: rows

                model: App.settingsGroups

                SettingsRow {}
            }
        }
    }

    FollowFocus {
        flickable: scroller
        page: page
    }
}
