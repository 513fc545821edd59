// SPDX-License-Identifier: Apache-2.0
// Deciding something for now, changing that, ending it. Open as long as its form is.
import QtQuick
import Pennydrop.App

Sheet {
    id: root

    readonly property bool wanted: App.life.decisionForm.step !== DecisionForm.Closed

    onWantedChanged: {
        if (wanted) {
            root.open();
        } else {
            root.close();
        }
    }
    onOpened: (contentItem as DecisionPage).begin()
    onAboutToHide: App.life.decisionForm.close()

    contentItem: DecisionPage {
        onCloseAsked: root.close()
    }
}
