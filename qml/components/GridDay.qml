// SPDX-License-Identifier: Apache-2.0
// A day in a DayGrid, with a dot for each kind of entry it has. Only the current one is a stop of Tab.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

T.ItemDelegate {
    id: root

    required property int index
    required property string number
    required property string label
    required property bool ofMonth
    required property bool usable
    required property bool chosen
    required property bool current
    required property bool today
    required property bool hasSetbacks
    required property bool hasLightBulbs
    required property bool hasBarriers
    readonly property DayField cells: parent as DayField

    objectName: current ? "currentDay" : chosen ? "chosenDay" : ""
    width: parent ? Math.floor(parent.width / 7) : 0
    height: cells && index < cells.grid.weeks * 7 ? Math.max(Theme.touchSize, Theme.chipHeight + Theme.space4) : 0
    visible: height > 0
    opacity: ofMonth ? 1 : 0
    enabled: usable
    hoverEnabled: true
    // Qt does not let the item that has the keyboard leave the chain of Tab.
    focusPolicy: current || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    // A control of Qt tells a screen reader its own state, over what Accessible says.
    checkable: true
    autoExclusive: true
    checked: chosen
    text: number

    Accessible.role: Accessible.RadioButton
    Accessible.name: label
    Accessible.ignored: !ofMonth
    Accessible.onPressAction: root.clicked()
    Accessible.onToggleAction: root.clicked()
    onClicked: root.cells.picked(root.index)

    contentItem: Item {
        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            anchors.topMargin: Math.round((Theme.chipHeight - height) / 2)
            text: root.text
            textFormat: Text.PlainText
            font.pixelSize: Theme.label
            font.weight: root.chosen || root.today ? Font.DemiBold : Font.Normal
            color: root.chosen ? Theme.primaryInk
                               : !root.enabled ? Theme.disabledInk : root.today ? Theme.primary : Theme.text
            Accessible.ignored: true
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.chipHeight + Theme.focusGap
            spacing: Theme.focusGap

            KindDot {
                visible: root.hasSetbacks
                kind: EntryKinds.Setback
            }

            KindDot {
                visible: root.hasLightBulbs
                kind: EntryKinds.LightBulb
            }

            KindDot {
                visible: root.hasBarriers
                kind: EntryKinds.Barrier
            }
        }
    }

    background: Item {
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            width: Math.min(parent.width, Theme.chipHeight)
            height: width
            radius: width / 2
            color: root.chosen ? Theme.primary : root.down ? Theme.pressed : root.hovered && root.enabled ? Theme.hover
                                                                                                     : "transparent"
            border.width: root.today && !root.chosen ? Theme.line : 0
            border.color: Theme.primary

            FocusRing {
                shown: root.visualFocus
                corner: parent.radius
                gap: 0
            }
        }
    }
}
