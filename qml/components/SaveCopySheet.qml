// SPDX-License-Identifier: Apache-2.0
// Says what a copy outside the journal means, and then asks where to.
import QtQuick
import QtQuick.Dialogs
import Pennydrop.App

Sheet {
    id: root

    property double fileId: 0
    property string name: ""

    function ask(id: double, called: string) {
        root.fileId = id;
        root.name = called;
        root.open();
    }

    onOpened: (contentItem as SaveCopyForm).begin()

    contentItem: SaveCopyForm {
        name: root.name
        onCloseAsked: root.close()
        onWanted: {
            root.close();
            placeDialog.selectedFile = App.life.fileCopy.suggestedPlace(root.name);
            placeDialog.open();
        }
    }

    FileDialog {
        id: placeDialog

        fileMode: FileDialog.SaveFile
        title: qsTr("Save a copy that is not encrypted")
        onAccepted: App.life.fileCopy.save(root.fileId, root.name, selectedFile)
    }
}
