// SPDX-License-Identifier: Apache-2.0
// Backups: one a day into a folder of the person's choice, and one at once.
import QtQuick
import QtQuick.Dialogs
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    heading: qsTr("Backups")

    SettingsNote {
        text: qsTr("A backup is a copy of the whole journal. It is encrypted like the journal itself and opens with the same passphrase.")
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
        text: qsTr("Keep one for each of")
    }

    ComboBox {
        objectName: "backupDaysBox"
        width: parent.width
        visible: App.backups.daily
        model: App.backups.dayChoices
        currentIndex: App.backups.dayChoice
        //: The question before a choice of days, for a screen reader.
        Accessible.name: qsTr("Days of which a backup is kept")
        onActivated: index => App.backups.dayChoice = index
    }

    ComboBox {
        objectName: "backupWeeksBox"
        width: parent.width
        visible: App.backups.daily
        model: App.backups.weekChoices
        currentIndex: App.backups.weekChoice
        //: The question before a choice of weeks, for a screen reader.
        Accessible.name: qsTr("Weeks of which a backup is kept")
        onActivated: index => App.backups.weekChoice = index
    }

    SettingsNote {
        visible: App.backups.daily
        text: qsTr("Older ones go. Only the newest of a day or week counts.")
    }

    Divider {}

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

    SettingsButton {
        objectName: "backUpNowButton"
        enabled: !App.backups.task.running
        text: qsTr("Back up now")
        onClicked: App.backups.backUpNow()
    }

    Divider {}

    Label {
        width: parent.width
        //: %1: the path of a folder
        text: qsTr("Folder: %1").arg(App.backups.folder)
    }

    SettingsButton {
        objectName: "backupFolderButton"
        text: qsTr("Choose another folder")
        onClicked: folderDialog.open()
    }

    FolderDialog {
        id: folderDialog

        title: qsTr("Folder for backups")
        currentFolder: App.backups.folderUrl
        onAccepted: App.backups.chooseFolder(selectedFolder)
    }
}
