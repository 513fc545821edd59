// SPDX-License-Identifier: Apache-2.0
// A day in MonthDays. Only the current one is a stop of Tab.
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

    objectName: current ? "currentDay" : chosen ? "chosenDay" : ""
    width: parent ? Math.floor(parent.width / 7) : 0
    height: index < App.whenChoice.weeks * 7 ? Math.max(Theme.touchSize, Theme.chipHeight) : 0
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
    onClicked: App.whenChoice.choose(root.index)

    contentItem: Text {
        text: root.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.label
        font.weight: root.chosen ? Font.DemiBold : Font.Normal
        color: root.chosen ? Theme.primaryInk : root.enabled ? Theme.text : Theme.disabledInk
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height)
            height: width
            radius: width / 2
            color: root.chosen ? Theme.primary : root.down ? Theme.pressed : root.hovered && root.enabled ? Theme.hover
                                                                                                     : "transparent"

            FocusRing {
                shown: root.visualFocus
                corner: parent.radius
                gap: 0
            }
        }
    }
}
