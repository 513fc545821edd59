// SPDX-License-Identifier: Apache-2.0
// How far an entry has come, as a sign and a word: open, learned; stuck, moving, cleared.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Row {
    id: root

    required property int mark
    property real textSize: Theme.small
    // What an entry in a list is marked with is part of its own description.
    property bool heard: false
    readonly property string label: App.lifeWords.markLabel(mark)
    readonly property color ink: {
        switch (mark) {
        case EntryMarks.Learned:
        case EntryMarks.Cleared:
            return Theme.primary;
        case EntryMarks.Moving:
            return Theme.barrier;
        default:
            return Theme.textSecondary;
        }
    }
    readonly property string sign: {
        switch (mark) {
        case EntryMarks.Open:
            return "open";
        case EntryMarks.Learned:
            return "learned";
        case EntryMarks.Stuck:
            return "stuck";
        case EntryMarks.Moving:
            return "moving";
        case EntryMarks.Cleared:
            return "cleared";
        default:
            return "";
        }
    }

    visible: mark !== EntryMarks.None
    spacing: Theme.space1
    Accessible.role: Accessible.StaticText
    Accessible.name: label
    Accessible.ignored: !heard

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        icon: root.sign
        size: root.textSize + Theme.strongLine
        directional: root.mark === EntryMarks.Moving
        color: root.ink
    }

    Text {
        text: root.label
        textFormat: Text.PlainText
        font.pixelSize: root.textSize
        font.weight: Font.DemiBold
        color: root.ink
        Accessible.ignored: true
    }
}
