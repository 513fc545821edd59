// SPDX-License-Identifier: Apache-2.0
// A passphrase with its label above it and an eye that shows what was typed. It goes when the program is locked, also
// before there is a journal. A password field must not tell a screen reader what is in it; Qt 6.4 then keeps its name back as
// well, so the group round it is what is named.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    property alias text: field.text
    property alias field: field
    property string label: ""
    property string fieldName: ""
    property bool error: false
    property bool shown: false
    signal accepted

    Accessible.role: Accessible.Grouping
    Accessible.name: label

    implicitHeight: caption.height + Theme.space1 + field.height

    // clear() of the field would let Ctrl+Z bring it back.
    function clear() {
        field.text = "";
        root.shown = false;
    }

    Connections {
        target: App.session

        function onLockAsked() {
            root.clear();
        }
    }

    Label {
        id: caption

        anchors.left: parent.left
        anchors.right: parent.right
        text: root.label
        font.pixelSize: Theme.label
        color: Theme.textSecondary
        Accessible.ignored: true
    }

    TextField {
        id: field

        objectName: root.fieldName
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: caption.bottom
        anchors.topMargin: Theme.space1
        leftPadding: LayoutMirroring.enabled ? eye.width + Theme.space1 : Theme.space4
        rightPadding: LayoutMirroring.enabled ? Theme.space4 : eye.width + Theme.space1
        horizontalAlignment: TextInput.AlignLeft
        focus: true
        error: root.error
        echoMode: root.shown ? TextInput.Normal : TextInput.Password
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        maximumLength: 1024
        Accessible.name: root.label
        Accessible.passwordEdit: !root.shown
        onAccepted: root.accepted()
    }

    ToolButton {
        id: eye

        objectName: root.fieldName + "Eye"
        anchors.right: field.right
        anchors.verticalCenter: field.verticalCenter
        anchors.rightMargin: Theme.focusGap
        text: root.shown ? qsTr("Hide the passphrase") : qsTr("Show the passphrase")
        icon.source: Theme.iconSource(root.shown ? "eye-off" : "eye")
        ink: Theme.textSecondary
        onClicked: {
            root.shown = !root.shown;
            field.forceActiveFocus();
        }
    }
}
