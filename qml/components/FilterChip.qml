// SPDX-License-Identifier: Apache-2.0
// A filter of the search: outlined while it narrows nothing; when it does, it says to what, and has a cross that takes it
// away. Delete and Backspace do so as well.
import QtQuick
import Pennydrop.Style

FocusScope {
    id: root

    property string name: ""
    property bool filled: false
    property string text: ""
    // What a screen reader says, with what is in force.
    property string spoken: text
    property url iconSource
    property color accent: Theme.primary
    // What the filter is about, for the name of the cross.
    property string about: ""
    signal clicked
    signal cleared

    implicitWidth: chip.implicitWidth
    implicitHeight: chip.implicitHeight

    Chip {
        id: chip

        objectName: root.name
        width: root.width
        focus: true
        filled: root.filled
        opensList: !root.filled
        accent: root.accent
        icon.source: root.iconSource
        text: root.text
        rightPadding: root.filled && !chip.mirrored ? Theme.touchSize : Theme.space3 + chip.rightInset
        leftPadding: root.filled && chip.mirrored ? Theme.touchSize : Theme.space3 + chip.leftInset
        Accessible.name: root.spoken
        Keys.onDeletePressed: root.clear()
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Backspace && root.filled) {
                root.clear();
                event.accepted = true;
            }
        }
        onClicked: root.clicked()
    }

    function clear() {
        if (root.filled) {
            chip.forceActiveFocus(Qt.TabFocusReason);
            root.cleared();
        }
    }

    ToolButton {
        objectName: root.name + "Clear"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.touchSize
        height: Math.max(Theme.touchSize, parent.height)
        visible: root.filled
        //: Takes a filter of the search away. %1: what it is about ("Kind", "Theme")
        text: qsTr("Clear: %1").arg(root.about)
        icon.source: Theme.iconSource("close")
        iconSize: Theme.iconTiny
        ink: root.accent
        background: null
        onClicked: root.clear()

        FocusRing {
            shown: parent.visualFocus
            gap: -Theme.space2
        }
    }
}
