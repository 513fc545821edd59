// SPDX-License-Identifier: Apache-2.0
// The words to look for, with a glass before them and a cross to empty them.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

TextField {
    id: root

    placeholderText: qsTr("Search")
    leftPadding: LayoutMirroring.enabled ? Theme.touchSize : startPadding
    rightPadding: LayoutMirroring.enabled ? startPadding : Theme.touchSize
    horizontalAlignment: TextInput.AlignLeft
    maximumLength: 400
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
    Accessible.name: qsTr("Search your entries")
    Accessible.searchEdit: true

    readonly property real startPadding: Theme.space3 + Theme.iconSmall + Theme.space2

    Component.onCompleted: text = App.search.words
    onTextChanged: {
        if (text !== App.search.words) {
            App.search.words = text;
        }
    }

    Connections {
        target: App.search

        function onWordsChanged() {
            if (root.text !== App.search.words) {
                root.text = App.search.words;
            }
        }
    }

    Icon {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        icon: "search"
        size: Theme.iconSmall
        color: Theme.textSecondary
    }

    ToolButton {
        objectName: "emptySearchButton"
        anchors.right: parent.right
        anchors.rightMargin: Theme.focusGap
        anchors.verticalCenter: parent.verticalCenter
        visible: root.text !== ""
        text: qsTr("Empty the search")
        icon.source: Theme.iconSource("close")
        iconSize: Theme.iconSmall
        ink: Theme.textSecondary
        onClicked: {
            root.clear();
            root.forceActiveFocus();
        }
    }
}
