// SPDX-License-Identifier: Apache-2.0
// A day in the year's calendar: a dot for each kind it has, each kind at its own height.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

MarkCell {
    id: root

    required property bool hasSetbacks
    required property bool hasLightBulbs
    required property bool hasBarriers
    readonly property int size: Math.min(Theme.dot, Math.floor(width) - Theme.line)
    readonly property int step: Math.round((height - Theme.space1) / 3)

    KindDot {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -root.step
        visible: root.hasSetbacks
        size: root.size
        kind: EntryKinds.Setback
    }

    KindDot {
        anchors.centerIn: parent
        visible: root.hasLightBulbs
        size: root.size
        kind: EntryKinds.LightBulb
    }

    KindDot {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: root.step
        visible: root.hasBarriers
        size: root.size
        kind: EntryKinds.Barrier
    }
}
