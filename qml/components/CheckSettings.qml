// SPDX-License-Identifier: Apache-2.0
// Whether the journal's file is sound, and the ways back when it is not.
import QtQuick
import Pennydrop.App

SettingsCard {
    id: root

    heading: qsTr("If something is wrong")

    SettingsNote {
        text: qsTr("Reads the whole file and changes nothing. You can go on writing meanwhile.")
    }

    SettingsButton {
        objectName: "checkButton"
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

    Divider {
        visible: !App.session.sample
    }

    SettingsNote {
        visible: !App.session.sample
        text: qsTr("Puts a backup in the journal's place, once it is checked. What is there now is kept beside it.")
    }

    SettingsButton {
        objectName: "restoreButton"
        visible: !App.session.sample
        text: qsTr("Go back to a backup")
        onClicked: App.rescue.begin(Rescue.Restore)
    }

    Divider {
        visible: !App.session.sample
    }

    SettingsNote {
        visible: !App.session.sample
        text: qsTr("For when Pennydrop has said that part of the journal's file is damaged.")
    }

    SettingsButton {
        objectName: "repairButton"
        visible: !App.session.sample
        text: qsTr("Save what can be read")
        onClicked: App.rescue.begin(Rescue.Repair)
    }
}
