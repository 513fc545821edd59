// SPDX-License-Identifier: Apache-2.0
// How far long work has come, and a button that stops it.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    required property LongTask task
    required property string what

    visible: task.running
    spacing: Theme.space3

    Label {
        width: parent.width
        text: root.task.stopping ? qsTr("Stopping") : root.what
        color: Theme.textSecondary
    }

    ProgressBar {
        objectName: "taskProgress"
        width: parent.width
        value: root.task.progress
        Accessible.name: root.what
        //: How much of the work is done, for a screen reader. %1: a number from 0 to 100
        Accessible.description: qsTr("%1 per cent").arg(Math.round(root.task.progress * 100))
    }

    Button {
        objectName: "stopTaskButton"
        enabled: !root.task.stopping
        text: qsTr("Stop")
        onClicked: root.task.cancel()
    }
}
