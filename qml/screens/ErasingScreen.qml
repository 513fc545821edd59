// SPDX-License-Identifier: Apache-2.0
// While the whole journal is erased; then what is left of it elsewhere.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FormPage {
    id: root

    objectName: "erasingScreen"

    PennyMark {
        anchors.horizontalCenter: parent.horizontalCenter
    }

    Heading {
        width: parent.width
        display: true
        horizontalAlignment: Text.AlignHCenter
        text: App.erasure.done ? qsTr("The journal is erased") : qsTr("Erasing your journal")
    }

    BusyIndicator {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !App.erasure.done
        running: visible
    }

    Label {
        objectName: "copiesLeftText"
        width: parent.width
        visible: App.erasure.done
        text: App.erasure.looking ? qsTr("Looking for copies of it where Pennydrop keeps backups. You need not wait for this.")
              : App.erasure.copiesLeft.length === 0
              ? qsTr("No backup of it was found where Pennydrop keeps them. Copies you put elsewhere still open with its passphrase.")
              : qsTr("These copies still open with its passphrase. Delete them as well if nothing is to be left:")
        color: Theme.textSecondary
    }

    Repeater {
        model: App.erasure.copiesLeft

        PathLabel {
            width: parent ? parent.width : 0
        }
    }

    Label {
        objectName: "notRemovedText"
        width: parent.width
        visible: App.erasure.notRemoved.length > 0
        text: qsTr("These files could not be removed. Their key is gone, so that nobody can read them; delete them when you can:")
        color: Theme.textSecondary
    }

    Repeater {
        model: App.erasure.notRemoved

        PathLabel {
            width: parent ? parent.width : 0
        }
    }

    Button {
        objectName: "leaveErasedButton"
        width: parent.width
        visible: App.erasure.done
        highlighted: true
        focus: App.erasure.done
        text: qsTr("Continue")
        onClicked: App.erasure.leave()
    }
}
