// SPDX-License-Identifier: Apache-2.0
// Choosing when an entry happened.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    required property date when
    signal chosen(date when)

    onAboutToShow: {
        App.whenChoice.begin(root.when);
        (contentItem as WhenPage).contentY = 0;
    }

    contentItem: WhenPage {
        onChosen: when => root.chosen(when)
        onCloseAsked: root.close()
    }
}
