// SPDX-License-Identifier: Apache-2.0
// A set of questions that is the person's own.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    required property int index
    required property string setId
    required property string name
    required property string kinds
    required property string questions

    width: parent ? parent.width : 0
    spacing: Theme.space1

    SectionTitle {
        width: parent.width
        text: root.name
        color: Theme.text
    }

    Label {
        width: parent.width
        text: root.kinds
        font.pixelSize: Theme.small
        color: Theme.textSecondary
    }

    Label {
        width: parent.width
        text: root.questions
        font.family: Theme.bookFamily
        color: Theme.textSecondary
    }

    Button {
        objectName: "removeSet" + root.index
        x: -Theme.space3
        width: Math.min(implicitWidth, parent.width + Theme.space3)
        flat: true
        danger: true
        enabled: !App.prompts.busy
        text: qsTr("Remove this set")
        Accessible.description: root.name
        onClicked: App.prompts.remove(root.setId)
    }
}
