// SPDX-License-Identifier: Apache-2.0
// One of the states in StateChoice.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

T.Button {
    id: root

    required property int number
    readonly property bool current: App.review.state === number

    Layout.fillWidth: true
    Layout.preferredWidth: Theme.line
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    padding: Theme.space1
    spacing: Theme.space1 + Theme.focusGap
    hoverEnabled: true
    // A control of Qt tells a screen reader its own state, over what Accessible says.
    checkable: true
    autoExclusive: true
    checked: current
    text: App.review.stateLabel(number)
    icon.source: current ? Theme.iconSource("check") : ""
    onClicked: App.review.sayState(number)

    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.onPressAction: root.clicked()
    Accessible.onToggleAction: root.clicked()

    contentItem: ButtonContent {
        control: root
        ink: root.current ? Theme.barrier : Theme.textSecondary
        bold: root.current
    }

    background: Rectangle {
        radius: Theme.radius - Theme.focusGap
        color: root.current ? Theme.barrierTint : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        border.width: root.current ? Theme.line : 0
        border.color: Theme.fade(Theme.barrier, 0.45)

        FocusRing {
            shown: root.visualFocus
            corner: parent.radius
            gap: -Theme.strongLine
        }
    }
}
