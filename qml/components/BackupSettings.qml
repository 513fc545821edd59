// SPDX-License-Identifier: Apache-2.0
// Backups: one a day into a folder of the person's choice, one at once, and the way back from one.
import QtQuick
import QtQuick.Dialogs
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    heading: qsTr("Backups")

    Label {
        width: parent.width
        text: qsTr("A backup is a copy of the whole journal. It is encrypted like the journal itself and opens with the same passphrase.")
        color: Theme.textSecondary
    }

    Switch {
        objectName: "dailyBackupSwitch"
        width: parent.width
        text: qsTr("Back up once a day")
        checked: App.backups.daily
        onToggled: App.backups.daily = checked
    }

    Label {
        width: parent.width
        visible: App.backups.daily
        text: qsTr("One for each of the last 7 days and 4 weeks is kept; older ones go.")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    Label {
        width: parent.width
        //: %1: the path of a folder
        text: qsTr("Folder: %1").arg(App.backups.folder)
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }

    Label {
        objectName: "lastBackupLabel"
        width: parent.width
        text: App.backups.lastLabel
    }

    TaskProgress {
        width: parent.width
        task: App.backups.task
        what: qsTr("Copying and checking")
    }

    Notice {
        objectName: "backupNotice"
        width: parent.width
        danger: App.backups.failed
        text: App.backups.message
    }

    Button {
        objectName: "backUpNowButton"
        width: parent.width
        enabled: !App.backups.task.running
        text: qsTr("Back up now")
        onClicked: App.backups.backUpNow()
    }

    Button {
        objectName: "backupFolderButton"
        width: parent.width
        text: qsTr("Choose another folder")
        onClicked: folderDialog.open()
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

    FolderDialog {
        id: folderDialog

        title: qsTr("Folder for backups")
        currentFolder: App.backups.folderUrl
        onAccepted: App.backups.chooseFolder(selectedFolder)
    }
}
