// SPDX-License-Identifier: Apache-2.0
// Deciding something for now, changing that, ending or adapting it. Open as long as its form is.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App

Sheet {
    id: root

    required property DecisionForm form
    readonly property bool wanted: form.step !== DecisionForm.Closed

    onWantedChanged: {
        if (wanted) {
            root.open();
        } else {
            root.close();
        }
    }
    onOpened: (contentItem as DecisionPage).begin()
    onAboutToHide: root.form.close()
    // Until it is known whether it could be kept.
    closePolicy: form.busy ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    contentItem: DecisionPage {
        form: root.form
        onCloseAsked: {
            if (!root.form.busy) {
                root.close();
            }
        }
    }
}
