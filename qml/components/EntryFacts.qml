// SPDX-License-Identifier: Apache-2.0
// What is said of the entry being read besides its text.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

ColumnLayout {
    id: root

    readonly property bool any: App.reader.themeLabel !== "" || App.reader.levelLabel !== ""
                                || App.reader.tagsLabel !== "" || App.reader.needsLabel !== ""
                                || App.reader.problemLabel !== "" || App.reader.powerLabel !== ""
                                || App.reader.editedLabel !== ""

    spacing: Theme.space3

    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        icon: "theme"
        text: App.reader.themeLabel
        help: App.reader.themeHelp
    }

    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        icon: "level"
        text: App.reader.levelLabel
    }

    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        icon: "hash"
        text: App.reader.tagsLabel
    }

    Fact {
        Layout.fillWidth: true
        visible: App.reader.needsLabel !== ""
        icon: "moving"
        //: What would have to move for a barrier to move. %1: one or more of: Leadership, Culture, Systems
        text: qsTr("Would have to move: %1").arg(App.reader.needsLabel)
    }

    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        icon: "question"
        text: App.reader.problemLabel
    }

    Fact {
        Layout.fillWidth: true
        visible: App.reader.powerLabel !== ""
        icon: "key"
        //: A power that could shift a barrier. %1: "What I can do myself", "Values we share" or "A role or expertise"
        text: qsTr("Could shift it: %1").arg(App.reader.powerLabel)
    }

    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        icon: "edit"
        text: App.reader.editedLabel
    }
}
