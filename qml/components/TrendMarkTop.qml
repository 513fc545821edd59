// SPDX-License-Identifier: Apache-2.0
// What the entries below have in common.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Item {
    id: root

    readonly property EntryList list: ListView.view as EntryList

    width: list ? list.width : 0
    height: title.implicitHeight + Theme.space4

    Heading {
        id: title

        objectName: "markTitle"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.list ? root.list.sideSpace : 0
        anchors.rightMargin: anchors.leftMargin
        anchors.verticalCenter: parent.verticalCenter
        text: App.trends.markTitle
    }
}
