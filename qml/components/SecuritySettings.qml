// SPDX-License-Identifier: Apache-2.0
// When the journal locks itself.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    heading: qsTr("Security")

    function minutesAt(row: int): int {
        return [1, 2, 5, 10, 30][row];
    }

    function rowOf(minutes: int): int {
        return minutes <= 1 ? 0 : minutes <= 2 ? 1 : minutes <= 5 ? 2 : minutes <= 10 ? 3 : 4;
    }

    Label {
        id: question

        width: parent.width
        text: qsTr("Lock when nothing was touched for")
    }

    ComboBox {
        objectName: "autoLockBox"
        width: parent.width
        model: [qsTr("1 minute"), qsTr("%n minutes", "", 2), qsTr("%n minutes", "", 5), qsTr("%n minutes", "", 10),
            qsTr("%n minutes", "", 30)]
        currentIndex: root.rowOf(App.settings.autoLockMinutes)
        Accessible.name: question.text
        onActivated: index => App.settings.autoLockMinutes = root.minutesAt(index)
    }

    Switch {
        objectName: "lockWithScreenSwitch"
        width: parent.width
        text: qsTr("Lock together with the screen")
        checked: App.settings.lockWithScreen
        onToggled: App.settings.lockWithScreen = checked
    }

    Switch {
        objectName: "coverWhenInactiveSwitch"
        width: parent.width
        text: qsTr("Cover the journal while another program is in front")
        checked: App.settings.coverWhenInactive
        onToggled: App.settings.coverWhenInactive = checked
    }

    Switch {
        objectName: "deviceUnlockSwitch"
        width: parent.width
        visible: App.device.available
        enabled: !App.device.busy
        text: qsTr("Open on this device without the passphrase")
        checked: App.device.enabled
        onToggled: {
            if (checked) {
                deviceSheet.open();
            } else {
                App.device.disable();
            }
            checked = Qt.binding(() => App.device.enabled);
        }
    }

    Label {
        width: parent.width
        visible: App.device.available
        text: qsTr("The keyring of this device keeps a key then. Whoever can use your account here can open the journal.")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    Notice {
        width: parent.width
        danger: App.device.failed
        text: deviceSheet.opened ? "" : App.device.message
    }

    ConfirmSheet {
        id: deviceSheet

        objectName: "deviceSheet"
        heading: qsTr("Open without the passphrase")
        explanation: qsTr("The passphrase and the recovery code go on working. You can switch this off at any time.")
        buttonText: qsTr("Let this device open it")
        busy: App.device.busy
        problem: App.device.failed ? App.device.message : ""
        onConfirmed: passphrase => App.device.enable(passphrase)
        onForgotten: App.device.forgetMessage()
    }

    Connections {
        target: App.device

        function onDone() {
            deviceSheet.close();
        }
    }

    Button {
        objectName: "lockNowButton"
        icon.source: Theme.iconSource("lock")
        text: qsTr("Lock now")
        onClicked: App.session.lock()
    }
}
