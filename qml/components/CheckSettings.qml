// SPDX-License-Identifier: Apache-2.0
// Whether the journal's file is sound, and the ways back when it is not.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    heading: qsTr("If something is wrong")

    Button {
        objectName: "checkButton"
        width: parent.width
        enabled: !App.check.task.running
        text: qsTr("Check this journal")
        onClicked: App.check.start()
    }

    TaskProgress {
        objectName: "checkProgress"
        width: parent.width
        task: App.check.task
        what: qsTr("Reading every part of the file")
    }

    Notice {
        objectName: "checkNotice"
        width: parent.width
        danger: App.check.failed
        text: App.check.message
    }

    Label {
        width: parent.width
        text: qsTr("Reads the whole file and changes nothing. You can go on writing meanwhile.")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    Button {
        objectName: "restoreButton"
        width: parent.width
        visible: !App.session.sample
        text: qsTr("Go back to a backup")
        onClicked: App.rescue.begin(Rescue.Restore)
    }

    Button {
        objectName: "repairButton"
        width: parent.width
        visible: !App.session.sample
        text: qsTr("Save what can be read")
        onClicked: App.rescue.begin(Rescue.Repair)
    }

    Label {
        width: parent.width
        visible: !App.session.sample
        text: qsTr("For when Pennydrop has said that part of the journal's file is damaged.")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }
}
