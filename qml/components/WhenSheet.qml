// SPDX-License-Identifier: Apache-2.0
// Choosing when an entry happened.
import QtQuick

Sheet {
    id: root

    required property date when
    signal chosen(date when)

    onAboutToShow: (contentItem as WhenPage).start(root.when)

    contentItem: WhenPage {
        onChosen: when => root.chosen(when)
        onCloseAsked: root.close()
    }
}
