// SPDX-License-Identifier: Apache-2.0
// Beside the list while nothing is open: a quiet page, and how to begin from the keyboard.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(Theme.form, parent.width - Theme.space8 * 2)
        spacing: Theme.space4

        PennyMark {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.mix(Theme.surface, Theme.primary, 0.6)
        }

        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textSecondary
            text: App.timeline.total > 0 ? qsTr("Choose an entry to read it, or write down what happened.")
                                         : qsTr("Write down what happened. One sentence is enough.")
        }

        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textSecondary
            font.pixelSize: Theme.label
            //: Five lines, each with keys and what they do.
            text: qsTr("Ctrl+1, Ctrl+2, Ctrl+3: a new entry\nCtrl+R: review\nCtrl+T: trends\nCtrl+F: search\nCtrl+L: lock")
        }
    }
}
