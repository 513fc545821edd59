// SPDX-License-Identifier: Apache-2.0
// While the whole journal is sealed with a new key. The old file stays until the new one is checked.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FormPage {
    id: root

    objectName: "sealingScreen"

    PennyMark {
        anchors.horizontalCenter: parent.horizontalCenter
    }

    Heading {
        width: parent.width
        display: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Encrypting your journal anew")
    }

    Label {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("The journal stays as it is until the new one has been checked. Then it opens, with a new recovery code.")
        color: Theme.textSecondary
    }

    TaskProgress {
        width: parent.width
        task: App.keys.task
        what: qsTr("Encrypting and comparing")
    }
}
