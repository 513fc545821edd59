// SPDX-License-Identifier: Apache-2.0
// The three kinds as three large buttons, in a row where their words fit, else below one another.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

GridLayout {
    id: root

    property bool withHelp: false
    property bool inRow: width >= Theme.scaled(96) * 3 + columnSpacing * 2
    signal chosen(int kind)

    columns: inRow ? 3 : 1
    columnSpacing: Theme.space2
    rowSpacing: Theme.space2

    KindButton {
        objectName: "newSetbackButton"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: Theme.line
        kind: EntryKinds.Setback
        flatForm: !root.inRow
        withHelp: root.withHelp || !root.inRow
        onClicked: root.chosen(kind)
    }

    KindButton {
        objectName: "newLightBulbButton"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: Theme.line
        kind: EntryKinds.LightBulb
        flatForm: !root.inRow
        withHelp: root.withHelp || !root.inRow
        onClicked: root.chosen(kind)
    }

    KindButton {
        objectName: "newBarrierButton"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: Theme.line
        kind: EntryKinds.Barrier
        flatForm: !root.inRow
        withHelp: root.withHelp || !root.inRow
        onClicked: root.chosen(kind)
    }
}
