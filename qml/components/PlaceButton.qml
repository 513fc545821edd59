// SPDX-License-Identifier: Apache-2.0
// One of the places in a PlaceList.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

RailButton {
    id: root

    required property int place
    required property string label
    required property string sign
    required property string name
    readonly property PlaceList list: parent as PlaceList

    objectName: name
    Layout.fillWidth: true
    Layout.fillHeight: true
    // All of one width, whatever their words.
    Layout.preferredWidth: Theme.line
    text: label
    icon.source: Theme.iconSource(sign)
    current: list !== null && list.here === place
    onClicked: root.list.asked(root.place)
}
