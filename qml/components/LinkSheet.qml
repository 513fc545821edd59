// SPDX-License-Identifier: Apache-2.0
// Linking the entry being read to another one.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    onAboutToShow: App.life.picker.begin()
    onOpened: (contentItem as LinkForm).begin()
    onClosed: App.life.picker.close()

    contentItem: LinkForm {
        onCloseAsked: root.close()
    }
}
