// SPDX-License-Identifier: Apache-2.0
// Asks for the present passphrase before something is done to the journal's keys.
import QtQuick

Sheet {
    id: root

    required property string heading
    required property string explanation
    required property string buttonText
    required property bool busy
    required property string problem
    signal confirmed(string passphrase)
    signal forgotten

    onOpened: (contentItem as ConfirmForm).begin()
    onAboutToHide: {
        (contentItem as ConfirmForm).clear();
        root.forgotten();
    }

    contentItem: ConfirmForm {
        heading: root.heading
        explanation: root.explanation
        buttonText: root.buttonText
        busy: root.busy
        problem: root.problem
        onConfirmed: passphrase => root.confirmed(passphrase)
        onCloseAsked: root.close()
    }
}
