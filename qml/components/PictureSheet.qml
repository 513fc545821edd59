// SPDX-License-Identifier: Apache-2.0
// A picture as large as the window. It is there while it is looked at and no longer.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

Popup {
    id: root

    parent: T.Overlay.overlay
    modal: true
    focus: true
    margins: 0
    padding: Theme.space2
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    onOpened: contentItem.forceActiveFocus()
    onClosed: App.life.viewer.close()

    contentItem: PictureForm {
        onCloseAsked: root.close()
    }

    Connections {
        target: App.life.viewer

        function onChanged() {
            if (!App.life.viewer.shown) {
                root.close();
            }
        }
    }
}
