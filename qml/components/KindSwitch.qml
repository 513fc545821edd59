// SPDX-License-Identifier: Apache-2.0
// The kind of the entry as one segmented control; below one another where the words do not fit.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    required property int kind
    readonly property bool inRow: width >= Theme.scaled(108) * 3
    signal chosen(int kind)

    implicitHeight: row.implicitHeight + Theme.focusGap * 2
    implicitWidth: Theme.scaled(140) * 3
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.line
    border.color: Theme.hairline

    GridLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.focusGap
        columns: root.inRow ? 3 : 1
        rowSpacing: Theme.focusGap
        columnSpacing: Theme.focusGap

        KindSegment {
            objectName: "kindSetback"
            kind: EntryKinds.Setback
            current: root.kind === kind
            onClicked: root.chosen(kind)
        }

        KindSegment {
            objectName: "kindLightBulb"
            kind: EntryKinds.LightBulb
            current: root.kind === kind
            onClicked: root.chosen(kind)
        }

        KindSegment {
            objectName: "kindBarrier"
            kind: EntryKinds.Barrier
            current: root.kind === kind
            onClicked: root.chosen(kind)
        }
    }
}
