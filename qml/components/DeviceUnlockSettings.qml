// SPDX-License-Identifier: Apache-2.0
// Whether this device opens the journal without its passphrase; only where the device has a key store.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    visible: App.device.available
    spacing: Theme.space2

    Switch {
        id: choice

        objectName: "deviceUnlockSwitch"
        width: parent.width
        enabled: !App.device.busy
        text: qsTr("Open on this device without the passphrase")
        checked: App.device.enabled
        onToggled: {
            if (checked) {
                sheet.open();
            } else {
                App.device.disable();
            }
            // The switch shows what is, not what was asked for.
            checked = Qt.binding(() => App.device.enabled);
        }
    }

    SettingsNote {
        text: qsTr("The keyring of this device keeps a key then. Whoever can use your account here can open the journal.")
    }

    Notice {
        objectName: "deviceUnlockNotice"
        width: parent.width
        danger: App.device.failed
        text: sheet.visible ? "" : App.device.message
    }

    ConfirmSheet {
        id: sheet

        objectName: "deviceSheet"
        heading: qsTr("Open without the passphrase")
        explanation: qsTr("The passphrase and the recovery code go on working. You can switch this off at any time.")
        buttonText: qsTr("Let this device open it")
        busy: App.device.busy
        problem: App.device.failed ? App.device.message : ""
        onConfirmed: passphrase => App.device.enable(passphrase)
        onForgotten: {
            if (App.device.failed) {
                App.device.forgetMessage();
            }
        }
    }

    Connections {
        target: App.device

        function onDone() {
            sheet.close();
        }
    }
}
