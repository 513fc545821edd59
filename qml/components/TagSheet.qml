// SPDX-License-Identifier: Apache-2.0
// Setting the tags of what is being written.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    onAboutToShow: App.tagChoice.begin()
    onOpened: (contentItem as TagForm).begin()
    onClosed: App.tagChoice.close()

    contentItem: TagForm {
        onCloseAsked: root.close()
    }
}
