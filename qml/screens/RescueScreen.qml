// SPDX-License-Identifier: Apache-2.0
// A backup takes the journal's place, or what can be read of a damaged one is saved. What was there before is kept.
import QtQuick
import QtQuick.Dialogs
import Pennydrop.App
import Pennydrop.Style

FormPage {
    id: root

    readonly property bool restoring: App.rescue.mode === Rescue.Restore
    readonly property bool asking: App.rescue.step === Rescue.Asking
    readonly property bool waiting: App.session.waitSeconds > 0
    readonly property bool ready: asking && !waiting && secret.text !== "" && (!restoring || App.rescue.file !== "")

    objectName: "rescueScreen"

    function submit() {
        if (root.ready) {
            App.rescue.start(secret.text);
            secret.clear();
        }
    }

    Component.onDestruction: secret.clear()

    Heading {
        width: parent.width
        display: true
        text: root.restoring ? qsTr("Go back to a backup") : qsTr("Save what can be read")
    }

    Label {
        width: parent.width
        visible: root.asking
        text: root.restoring
              ? qsTr("The backup is checked first. Then it becomes your journal; the journal that is there now is kept under another name.")
              : qsTr("Every entry that is still readable goes into a new journal, which takes this one's place. The damaged file is kept under another name.")
    }

    Column {
        width: parent.width
        visible: root.asking && root.restoring
        spacing: Theme.space1

        Label {
            width: parent.width
            visible: App.rescue.backups.length > 0
            text: qsTr("Backups in the usual folder, the newest first")
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }

        Repeater {
            model: App.rescue.backups

            BackupRow {
                width: parent ? parent.width : 0
                chosenIndex: App.rescue.chosen
                onPicked: index => App.rescue.chooseBackup(index)
            }
        }
    }

    Label {
        objectName: "rescueFile"
        width: parent.width
        visible: root.asking && root.restoring && App.rescue.chosen < 0
        text: App.rescue.file === "" ? qsTr("No backup is chosen yet.") : App.rescue.file
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }

    Button {
        objectName: "chooseBackupButton"
        width: parent.width
        visible: root.asking && root.restoring
        text: qsTr("Choose another file")
        onClicked: fileDialog.open()
    }

    PassphraseField {
        id: secret

        width: parent.width
        visible: root.asking
        focus: root.asking
        fieldName: "rescueSecretField"
        label: root.restoring ? qsTr("Passphrase or recovery code of the backup") : qsTr("Passphrase or recovery code")
        onAccepted: root.submit()
    }

    TaskProgress {
        width: parent.width
        task: App.rescue.task
        what: root.restoring ? qsTr("Checking and copying") : qsTr("Reading what can be read")
    }

    Notice {
        objectName: "rescueNotice"
        width: parent.width
        danger: App.rescue.step !== Rescue.Done
        text: App.rescue.message
    }

    Button {
        objectName: "rescueButton"
        width: parent.width
        visible: root.asking
        highlighted: true
        enabled: root.ready
        text: {
            if (root.waiting) {
                return App.session.waitSeconds === 1 ? qsTr("Try again in 1 second")
                                                     : qsTr("Try again in %n seconds", "", App.session.waitSeconds);
            }
            return root.restoring ? qsTr("Put this backup in its place") : qsTr("Save what can be read");
        }
        onClicked: root.submit()
    }

    Button {
        objectName: "leaveRescueButton"
        width: parent.width
        visible: !App.rescue.task.running
        flat: root.asking
        highlighted: !root.asking
        focus: App.rescue.step === Rescue.Done
        text: root.asking ? qsTr("Leave everything as it is") : qsTr("Open the journal")
        onClicked: App.rescue.leave()
    }

    FileDialog {
        id: fileDialog

        title: qsTr("Backup to go back to")
        currentFolder: App.rescue.folderUrl
        nameFilters: [qsTr("Journals and backups (*.pennydrop)")]
        onAccepted: App.rescue.chooseFile(selectedFile)
    }
}
