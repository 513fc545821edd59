// SPDX-License-Identifier: Apache-2.0
// One field, one button; the recovery code is one tap away. A wrong try says so and never more.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FormPage {
    id: root

    property bool recovering: false
    // The message is about what was tried before; it goes when another way is chosen.
    property bool outdated: false
    readonly property string message: outdated ? "" : App.session.message
    readonly property bool waiting: App.session.waitSeconds > 0
    readonly property bool usable: !App.session.busy && !waiting
    readonly property string typed: recovering ? code.text : passphrase.text

    objectName: "lockScreen"

    function submit() {
        if (!root.usable || root.typed === "") {
            return;
        }
        if (root.recovering) {
            App.session.unlockWithRecoveryCode(code.text);
        } else {
            App.session.unlock(passphrase.text);
        }
    }

    function focusField() {
        if (root.recovering) {
            code.forceActiveFocus();
        } else {
            passphrase.field.forceActiveFocus();
        }
    }

    function clear() {
        passphrase.clear();
        code.text = "";  // not clear(), after which Ctrl+Z would bring it back
    }

    Component.onDestruction: root.clear()

    // After a wrong try the words are selected, so that typing replaces them.
    Connections {
        target: App.session

        function onLockAsked() {
            root.clear();
        }

        function onMessageChanged() {
            root.outdated = false;
        }

        function onBusyChanged() {
            root.outdated = false;
            if (!App.session.busy && App.session.state === Session.Locked) {
                passphrase.field.selectAll();
                code.selectAll();
                root.focusField();
            }
        }
    }

    PennyMark {
        anchors.horizontalCenter: parent.horizontalCenter
    }

    Heading {
        width: parent.width
        display: true
        horizontalAlignment: Text.AlignHCenter
        text: App.session.journalName
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        bottomPadding: Theme.space2
        text: qsTr("Locked. Everything in it is encrypted.")
        color: Theme.textSecondary
    }

    EndNotice {
        width: parent.width
    }

    PassphraseField {
        id: passphrase

        width: parent.width
        visible: !root.recovering
        focus: !root.recovering
        fieldName: "unlockField"
        label: qsTr("Passphrase")
        enabled: !App.session.busy
        error: root.message !== ""
        onAccepted: root.submit()
    }

    Column {
        width: parent.width
        visible: root.recovering
        spacing: Theme.space1

        Label {
            width: parent.width
            text: qsTr("Recovery code")
            font.pixelSize: Theme.label
            color: Theme.textSecondary
            Accessible.ignored: true
        }

        TextField {
            id: code

            objectName: "recoveryCodeField"
            width: parent.width
            focus: root.recovering
            font.family: Theme.codeFamily
            font.capitalization: Font.AllUppercase
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
            maximumLength: 128
            enabled: !App.session.busy
            error: root.message !== ""
            Accessible.name: qsTr("Recovery code")
            onAccepted: root.submit()
        }
    }

    Notice {
        width: parent.width
        danger: false
        visible: text !== "" && !root.recovering
        text: App.session.samplePassphrase === ""
              ? "" : qsTr("This is a sample. Its passphrase is: %1").arg(App.session.samplePassphrase)
    }

    Notice {
        width: parent.width
        text: root.message
    }

    Button {
        objectName: "unlockButton"
        width: parent.width
        highlighted: true
        enabled: root.usable && root.typed !== ""
        working: App.session.busy
        text: {
            if (App.session.busy) {
                return qsTr("Opening");
            }
            if (root.waiting) {
                return App.session.waitSeconds === 1 ? qsTr("Try again in 1 second")
                                                      : qsTr("Try again in %n seconds", "", App.session.waitSeconds);
            }
            return qsTr("Open");
        }
        onClicked: root.submit()
    }

    Button {
        objectName: "deviceUnlockButton"
        width: parent.width
        visible: App.device.enabled && !root.recovering
        enabled: root.usable && !App.device.busy
        working: App.device.busy
        icon.source: Theme.iconSource("key")
        text: qsTr("Open without the passphrase")
        onClicked: App.device.unlock()
    }

    Notice {
        width: parent.width
        text: App.device.failed ? App.device.message : ""
    }

    Button {
        objectName: "writeLockedButton"
        width: parent.width
        visible: App.lockedNote.available && !root.recovering
        enabled: !App.session.busy && !App.device.busy
        icon.source: Theme.iconSource("edit")
        text: qsTr("Write without unlocking")
        onClicked: App.lockedNote.begin()
    }

    Notice {
        objectName: "lockedNoteNotice"
        width: parent.width
        danger: App.lockedNote.failed
        text: App.lockedNote.message
    }

    Button {
        objectName: "useRecoveryButton"
        width: parent.width
        flat: true
        enabled: !App.session.busy
        text: root.recovering ? qsTr("Use the passphrase instead") : qsTr("Use the recovery code")
        onClicked: {
            root.clear();
            root.recovering = !root.recovering;
            root.outdated = true;
            root.focusField();
        }
    }
}
