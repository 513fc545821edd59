// SPDX-License-Identifier: Apache-2.0
// The recovery code, shown this once: write it down or save it to print, then type one group back.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FormPage {
    id: root

    readonly property int groupCount: App.session.recoveryCode.split("-").length
    property bool saved: false

    objectName: "recoveryScreen"

    function submit() {
        root.saved = false;
        if (!App.session.confirmRecoveryGroup(group.text)) {
            group.selectAll();
            group.forceActiveFocus();
        }
    }

    Component.onDestruction: group.text = ""

    Heading {
        width: parent.width
        display: true
        text: qsTr("Your recovery code")
    }

    Notice {
        objectName: "recoveryReplacedNotice"
        width: parent.width
        text: App.session.recoveryCodeReplaced
              ? qsTr("This is a new code: the earlier one was never confirmed and no longer opens the journal.") : ""
    }

    Label {
        width: parent.width
        text: qsTr("If you ever forget the passphrase, this code opens the journal. It is shown only now. "
                   + "Write it down or print it, and keep it away from this device.")
    }

    Rectangle {
        width: parent.width
        height: codeColumn.implicitHeight + Theme.space6 * 2
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.line
        border.color: Theme.hairline

        Column {
            id: codeColumn

            objectName: "recoveryCode"
            anchors.centerIn: parent
            spacing: Theme.space2

            Repeater {
                model: root.groupCount

                RecoveryCodeRow {}
            }
        }
    }

    Button {
        objectName: "saveRecoveryButton"
        width: parent.width
        icon.source: Theme.iconSource("save")
        text: qsTr("Save as a page to print")
        onClicked: {
            root.saved = App.session.saveRecoveryPdf("");
            group.forceActiveFocus();
        }
    }

    Label {
        width: parent.width
        topPadding: Theme.space2
        text: qsTr("To be sure that you have it, type group %1:").arg(App.session.askedGroup)
    }

    TextField {
        id: group

        objectName: "recoveryGroupField"
        width: parent.width
        focus: true
        font.family: Theme.codeFamily
        font.capitalization: Font.AllUppercase
        font.letterSpacing: Theme.focusGap
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        maximumLength: 32
        error: App.session.message !== "" && !root.saved
        Accessible.name: qsTr("Group %1 of the recovery code").arg(App.session.askedGroup)
        onAccepted: root.submit()
    }

    Notice {
        width: parent.width
        danger: !root.saved
        text: App.session.message
    }

    Button {
        objectName: "recoveryContinueButton"
        width: parent.width
        highlighted: true
        enabled: group.text !== ""
        text: qsTr("Start writing")
        onClicked: root.submit()
    }
}
