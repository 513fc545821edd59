// SPDX-License-Identifier: Apache-2.0
// A tag of the journal that may be set.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Chip {
    id: root

    required property int index
    required property string name

    objectName: "offeredTag" + index
    width: parent ? Math.min(implicitWidth, parent.width) : implicitWidth
    opensList: false
    icon.source: Theme.iconSource("plus")
    text: name
    Accessible.name: qsTr("Add the tag %1").arg(name)
    onClicked: App.tagChoice.add(root.name)
}
