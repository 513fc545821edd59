// SPDX-License-Identifier: Apache-2.0
// Choosing a passphrase: how hard it is to guess, in words, and once more to be sure.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    required property string buttonText
    required property string workingText
    property string label: qsTr("Passphrase")
    property string againLabel: qsTr("The same passphrase again")
    property bool busy: App.session.busy
    property string message: App.session.message
    readonly property bool same: first.text === again.text
    readonly property bool ready: strength.acceptable && same && !busy
    signal chosen(string passphrase)

    implicitHeight: column.implicitHeight

    function submit() {
        if (!strength.acceptable) {
            first.field.forceActiveFocus();
        } else if (!root.same) {
            again.field.forceActiveFocus();
        } else if (!root.busy) {
            root.chosen(first.text);
        }
    }

    function clear() {
        first.clear();
        again.clear();
    }

    Component.onDestruction: root.clear()

    PassphraseStrength {
        id: strength

        passphrase: first.text
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space4

        PassphraseField {
            id: first

            width: parent.width
            focus: true
            fieldName: "passphraseField"
            label: root.label
            enabled: !root.busy
            onAccepted: again.field.forceActiveFocus()
        }

        StrengthMeter {
            width: parent.width
            visible: first.text !== ""
            score: strength.score
            label: strength.label
            hint: strength.hint
            acceptable: strength.acceptable
        }

        Label {
            width: parent.width
            visible: first.text === ""
            text: qsTr("A few words that do not belong together are easy to keep in mind and hard to guess.")
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }

        PassphraseField {
            id: again

            width: parent.width
            fieldName: "passphraseAgainField"
            label: root.againLabel
            enabled: !root.busy
            error: text !== "" && !root.same && !field.activeFocus
            onAccepted: root.submit()
        }

        Label {
            width: parent.width
            visible: again.error
            text: qsTr("The two are not the same yet.")
            font.pixelSize: Theme.label
            color: Theme.danger
        }

        Notice {
            objectName: "formNotice"
            width: parent.width
            text: root.message
        }

        Button {
            objectName: "createButton"
            width: parent.width
            highlighted: true
            enabled: root.ready
            working: root.busy
            text: root.busy ? root.workingText : root.buttonText
            onClicked: root.submit()
        }
    }
}
