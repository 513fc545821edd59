// SPDX-License-Identifier: Apache-2.0
// Says quietly that there is something like this among earlier entries.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    signal asked
    signal dismissed

    implicitWidth: row.implicitWidth + Theme.space2
    implicitHeight: row.implicitHeight
    radius: Math.min(height / 2, Theme.iconLarge)
    color: Theme.raised
    border.width: Theme.line
    border.color: Theme.hairline

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        Button {
            objectName: "similarButton"
            Layout.fillWidth: true
            flat: true
            icon.source: Theme.iconSource("link")
            text: App.similar.chosen === 0 ? qsTr("Something like this before?")
                                           : App.similar.chosen === 1 ? qsTr("Linked to 1 entry")
                                                                      : qsTr("Linked to %n entries", "", App.similar.chosen)
            onClicked: root.asked()
        }

        ToolButton {
            objectName: "dismissSimilarButton"
            visible: App.similar.chosen === 0
            text: qsTr("Not now")
            icon.source: Theme.iconSource("close")
            iconSize: Theme.iconSmall
            ink: Theme.textSecondary
            onClicked: root.dismissed()
        }
    }
}
