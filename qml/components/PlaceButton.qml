// SPDX-License-Identifier: Apache-2.0
// One of the places in a PlaceGroup.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

RailButton {
    id: root

    required property int place
    required property string label
    required property string sign
    required property string name
    readonly property PlaceGroup list: parent as PlaceGroup

    objectName: name
    Layout.fillWidth: true
    Layout.fillHeight: list !== null && list.across
    Layout.minimumHeight: implicitHeight
    // All of one width, whatever their words.
    Layout.preferredWidth: Theme.line
    text: label
    icon.source: Theme.iconSource(sign)
    current: list !== null && list.here === place
    onClicked: root.list.asked(root.place)
}
