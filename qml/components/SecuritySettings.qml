// SPDX-License-Identifier: Apache-2.0
// When the journal locks itself, and what can be done while it is locked.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    heading: qsTr("Locking")

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

    Divider {}

    SettingsNote {
        objectName: "clipboardNote"
        text: qsTr("What you copy leaves the clipboard after 30 seconds, and when the journal is locked. "
                   + "Clipboard managers are asked not to keep it.")
    }

    Divider {}

    SettingsButton {
        objectName: "lockNowButton"
        icon.source: Theme.iconSource("lock")
        text: qsTr("Lock now")
        onClicked: App.session.lock()
    }
}
