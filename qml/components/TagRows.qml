// SPDX-License-Identifier: Apache-2.0
// A list of tags: what a TagList and each TagRow know of each other.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

ListView {
    id: root

    property real sideSpace: Math.max(Theme.space4, Math.round((width - Theme.column) / 2))
    // The one in force, where one is chosen; 0 for none.
    property double chosenTag: 0
    signal chosen(double tagId, string name, int entries)

    implicitHeight: contentHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Tags")
    T.ScrollBar.vertical: ScrollBar {}
}
