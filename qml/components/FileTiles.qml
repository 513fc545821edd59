// SPDX-License-Identifier: Apache-2.0
// The photos and files of an entry or of what is being written; a picture shown large; and a copy of one saved outside
// the journal.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    required property EntryFiles files

    visible: files.count > 0 || files.message !== ""
    spacing: Theme.space2

    Notice {
        width: parent.width
        text: root.files.message
    }

    FileFlow {
        width: parent.width
        onLookAsked: (fileId, name) => {
            App.life.viewer.show(fileId, name);
            pictureSheet.open();
        }
        onCopyAsked: (fileId, name) => copySheet.ask(fileId, name)
        onDeleteAsked: fileId => root.files.remove(fileId)

        Repeater {
            model: root.files

            FileTile {}
        }
    }

    TaskProgress {
        width: parent.width
        task: App.life.fileCopy.task
        what: qsTr("Saving the copy")
    }

    Notice {
        objectName: "fileCopyNotice"
        width: parent.width
        danger: App.life.fileCopy.failed
        text: App.life.fileCopy.message
    }

    SaveCopySheet {
        id: copySheet

        objectName: "saveCopySheet"
    }

    PictureSheet {
        id: pictureSheet

        objectName: "pictureSheet"
    }
}
