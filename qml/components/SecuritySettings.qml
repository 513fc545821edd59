// SPDX-License-Identifier: Apache-2.0
// When the journal locks itself.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    heading: qsTr("Security")

    Label {
        id: question

        width: parent.width
        text: qsTr("Lock when nothing was touched for")
    }

    ComboBox {
        objectName: "autoLockBox"
        width: parent.width
        textRole: "label"
        valueRole: "minutes"
        model: choices
        currentIndex: choices.indexOf(App.settings.autoLockMinutes)
        Accessible.name: question.text
        onActivated: App.settings.autoLockMinutes = currentValue

        AutoLockChoices {
            id: choices
        }
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

    Switch {
        objectName: "writeWhileLockedSwitch"
        width: parent.width
        visible: !App.session.sample
        text: qsTr("Offer to write while it is locked")
        checked: App.lockedNote.wanted
        onToggled: App.lockedNote.wanted = checked
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
