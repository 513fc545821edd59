// SPDX-License-Identifier: Apache-2.0
// A tag that is set; a press takes it away.
import QtQuick
import Pennydrop.App

Chip {
    id: root

    required property int index
    required property string modelData

    objectName: "tag" + index
    width: parent ? Math.min(implicitWidth, parent.width) : implicitWidth
    filled: true
    endIcon: "close"
    text: modelData
    Accessible.name: qsTr("Take the tag %1 away").arg(modelData)
    onClicked: App.editor.details.removeTag(root.index)
}
