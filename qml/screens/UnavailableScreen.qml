// SPDX-License-Identifier: Apache-2.0
// The journal's file cannot be opened: what happened, what is safe, what to do.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FormPage {
    id: root

    objectName: "unavailableScreen"

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        icon: "warning"
        size: Theme.mark * 0.75
        color: Theme.setback
    }

    Heading {
        width: parent.width
        display: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("This journal cannot be opened")
    }

    Label {
        objectName: "unavailableMessage"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: App.session.message
        Accessible.role: Accessible.AlertMessage
    }

    Label {
        width: parent.width
        visible: App.session.journalPath !== ""
        horizontalAlignment: Text.AlignHCenter
        text: App.session.journalPath
        font.pixelSize: Theme.label
        color: Theme.textSecondary
        wrapMode: Text.WrapAnywhere
    }

    EndNotice {
        width: parent.width
    }

    Button {
        objectName: "retryButton"
        width: parent.width
        focus: true
        highlighted: true
        working: App.session.busy
        enabled: !App.session.busy
        text: qsTr("Try again")
        onClicked: App.session.retry()
    }

    Button {
        objectName: "restoreButton"
        width: parent.width
        visible: App.session.rescuable
        enabled: !App.session.busy
        text: qsTr("Go back to a backup")
        onClicked: App.rescue.begin(Rescue.Restore)
    }

    Button {
        objectName: "repairButton"
        width: parent.width
        visible: App.session.damaged
        enabled: !App.session.busy
        text: qsTr("Save what can be read")
        onClicked: App.rescue.begin(Rescue.Repair)
    }
}
