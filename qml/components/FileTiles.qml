// SPDX-License-Identifier: Apache-2.0
// The photos and files of an entry or of what is being written, side by side where there is room; a picture shown large;
// and a copy of one saved outside the journal.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    required property EntryFiles files
    readonly property real tileWidth: width >= Theme.form ? Math.floor((width - Theme.space2) / 2) : width

    visible: files.count > 0 || trouble.text !== ""
    spacing: Theme.space2

    Notice {
        id: trouble

        width: parent.width
        text: root.files.message
    }

    Flow {
        width: parent.width
        spacing: Theme.space2

        Repeater {
            model: root.files

            FileTile {
                width: root.tileWidth
                onLookAsked: {
                    App.life.viewer.show(fileId, name);
                    pictureSheet.open();
                }
                onCopyAsked: copySheet.ask(fileId, name)
                onDeleteAsked: root.files.remove(fileId)
            }
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
