// SPDX-License-Identifier: Apache-2.0
// Saying more of what is being written.
import QtQuick

Sheet {
    id: root

    onAboutToShow: (contentItem as DetailsForm).contentY = 0

    contentItem: DetailsForm {
        onCloseAsked: root.close()
    }
}
