// SPDX-License-Identifier: Apache-2.0
// What was decided for now, from when until when, and how one will know.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    implicitHeight: column.implicitHeight + Theme.space3 * 2
    radius: Theme.radiusSmall
    color: Theme.primaryTint

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space3
        spacing: Theme.space1

        Label {
            width: parent.width
            text: qsTr("For now")
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            color: Theme.primary
        }

        Label {
            objectName: "reviewDecided"
            width: parent.width
            text: App.review.decided
        }

        Label {
            width: parent.width
            visible: App.review.howWeKnow !== ""
            //: Of a decision for now. %1: how one will know whether it works, in the person's words
            text: qsTr("We will know by: %1").arg(App.review.howWeKnow)
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }

        Label {
            width: parent.width
            text: App.review.decidedLabel
            font.pixelSize: Theme.small
            color: Theme.textSecondary
        }
    }
}
