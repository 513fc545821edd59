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

    Label {
        objectName: "clipboardNote"
        width: parent.width
        text: qsTr("What you copy leaves the clipboard after 30 seconds, and when the journal is locked. "
                   + "Clipboard managers are asked not to keep it.")
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    DeviceUnlockSettings {
        width: parent.width
    }

    Button {
        objectName: "lockNowButton"
        icon.source: Theme.iconSource("lock")
        text: qsTr("Lock now")
        onClicked: App.session.lock()
    }
}
