// SPDX-License-Identifier: Apache-2.0
// The day above its entries; it stays at the top while they pass below.
import QtQuick
import Pennydrop.Style

Rectangle {
    id: root

    property string words
    readonly property EntryList list: ListView.view as EntryList

    objectName: "dayHeading"
    width: list ? list.width : 0
    height: line.implicitHeight + Theme.space4 + Theme.space2
    color: Theme.background
    z: 2

    Text {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: (root.list ? root.list.sideSpace : 0) + Theme.space1
        anchors.rightMargin: anchors.leftMargin
        anchors.bottomMargin: Theme.space2
        text: root.words
        textFormat: Text.PlainText
        font.pixelSize: Theme.label
        font.weight: Font.DemiBold
        color: Theme.textSecondary
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
}
