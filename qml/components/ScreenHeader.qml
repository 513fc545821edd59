// SPDX-License-Identifier: Apache-2.0
// The line on top of a screen: a way back where there is one, what the screen is, and its actions at the end.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

Item {
    id: root

    property string title: ""
    property bool canGoBack: false
    property string backText: qsTr("Back")
    property bool closes: false
    property real indent: Theme.space4
    property bool showMark: false
    default property alias actions: actionRow.data
    signal back

    implicitHeight: Math.max(Theme.touchSize + Theme.space2, heading.implicitHeight + Theme.space4)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: root.canGoBack ? Theme.space1 : root.indent
        anchors.rightMargin: Theme.space1
        spacing: Theme.space1

        ToolButton {
            objectName: "backButton"
            visible: root.canGoBack
            text: root.backText
            icon.source: Theme.iconSource(root.closes ? "close" : "back")
            directional: !root.closes
            onClicked: root.back()
        }

        Icon {
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            visible: root.showMark
            icon: "penny"
            color: Theme.primary
        }

        Heading {
            id: heading

            Layout.fillWidth: true
            text: root.title
            elide: Text.ElideRight
            // Beside the mark half a name says less than none.
            opacity: root.showMark && truncated ? 0 : 1
            maximumLineCount: 1
        }

        Row {
            id: actionRow

            spacing: 0
        }
    }
}
