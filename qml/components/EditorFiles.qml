// SPDX-License-Identifier: Apache-2.0
// The photos and files of what is being written, below its text, and what is said while one is added.
import QtQuick
import QtQuick.Dialogs
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    visible: App.editor.files.count > 0 || App.editor.files.message !== "" || App.editor.adder.task.running
             || notice.text !== ""
    spacing: Theme.space2

    function choose() {
        fileDialog.open();
    }

    FileTiles {
        width: parent.width
        files: App.editor.files
    }

    TaskProgress {
        width: parent.width
        task: App.editor.adder.task
        //: Shown while a file is read and encrypted. %1: its name
        what: qsTr("Adding %1").arg(App.editor.adder.name)
    }

    Notice {
        id: notice

        objectName: "fileNotice"
        width: parent.width
        danger: App.editor.adder.failed
        text: App.editor.adder.message
    }

    FileDialog {
        id: fileDialog

        fileMode: FileDialog.OpenFiles
        title: qsTr("Photos or files to add")
        onAccepted: App.editor.adder.add(selectedFiles)
    }
}
