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
    // Whether the title may have the keyboard, so that a screen reader begins with it.
    property bool titleFirst: false
    default property alias actions: actionRow.data
    signal back

    function focusTitle(reason: int) {
        heading.ringed = reason === Qt.TabFocusReason;
        heading.forceActiveFocus(reason);
    }

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

            property bool ringed: false

            objectName: "screenTitle"
            Layout.fillWidth: true
            text: root.title
            elide: Text.ElideRight
            // Beside the mark half a name says less than none.
            opacity: root.showMark && truncated ? 0 : 1
            maximumLineCount: root.titleFirst ? 2 : 1
            // No stop of its own, but Tab goes on from here.
            activeFocusOnTab: root.titleFirst && activeFocus
            Accessible.focusable: root.titleFirst

            Item {
                anchors.left: parent.left
                width: heading.contentWidth
                height: heading.height

                FocusRing {
                    shown: heading.activeFocus && heading.ringed
                    corner: Theme.radiusSmall
                }
            }
        }

        Row {
            id: actionRow

            spacing: 0
        }
    }
}
