// SPDX-License-Identifier: Apache-2.0
// Asks for the present passphrase before something is done to the journal's keys, or to all of it.
import QtQuick

Sheet {
    id: root

    required property string heading
    required property string explanation
    required property string buttonText
    required property bool busy
    required property string problem
    property bool danger: false
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
        danger: root.danger
        onConfirmed: passphrase => root.confirmed(passphrase)
        onCloseAsked: root.close()
    }
}
