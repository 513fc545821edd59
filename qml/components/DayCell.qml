// SPDX-License-Identifier: Apache-2.0
// A day in MonthFrame.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

T.Button {
    id: root

    required property int index
    readonly property MonthFrame days: parent as MonthFrame
    readonly property date day: days ? new Date(days.year, days.month, index - days.lead + 1) : new Date()
    readonly property bool ofMonth: days !== null && day.getMonth() === days.month
    readonly property bool current: days !== null && day.toDateString() === days.selected.toDateString()

    width: days ? days.cell : 0
    height: ofMonth || index < 35 ? Math.max(Theme.touchSize, Theme.chipHeight) : 0
    visible: height > 0
    opacity: ofMonth ? 1 : 0
    enabled: ofMonth && day <= new Date()
    hoverEnabled: true
    text: day.getDate()

    Accessible.name: day.toLocaleDateString(Qt.locale(), Locale.LongFormat)
    Accessible.ignored: !ofMonth
    Accessible.checkable: true
    Accessible.checked: current
    Accessible.onPressAction: root.clicked()
    onClicked: root.days.chosen(root.day)

    contentItem: Text {
        text: root.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.label
        font.weight: root.current ? Font.DemiBold : Font.Normal
        color: root.current ? Theme.primaryInk : root.enabled ? Theme.text : Theme.disabledInk
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
            color: root.current ? Theme.primary : root.down ? Theme.pressed : root.hovered && root.enabled ? Theme.hover
                                                                                                     : "transparent"

            FocusRing {
                shown: root.visualFocus
                corner: parent.radius
                gap: 0
            }
        }
    }
}
