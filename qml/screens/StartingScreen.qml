// SPDX-License-Identifier: Apache-2.0
// While the journal's file is looked at. The mark comes only when that takes longer than a glance.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    objectName: "startingScreen"
    color: Theme.background

    Timer {
        id: glance

        interval: Theme.tipDelay
        running: true
    }

    Column {
        anchors.centerIn: parent
        visible: !glance.running
        spacing: Theme.space4

        PennyMark {
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: App.session.state === Session.Open ? qsTr("Opening your journal")
                  : App.session.sample ? qsTr("Filling a sample journal") : qsTr("Looking for your journal")
            color: Theme.textSecondary
        }
    }
}
