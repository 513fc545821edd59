// SPDX-License-Identifier: Apache-2.0
// One of the three large buttons: the sign of a kind, its word and, where there is room, what it is for.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

T.Button {
    id: root

    required property int kind
    property bool flatForm: false
    property bool withHelp: false
    readonly property color accent: Theme.kindColour(kind)

    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    padding: Theme.space3
    topPadding: flatForm ? Theme.space3 : Theme.space4
    bottomPadding: flatForm ? Theme.space3 : Theme.space4
    hoverEnabled: true
    text: App.vocabulary.kindLabel(kind)

    //: A button that begins a new entry. %1: the kind, such as "Setback"; %2: what the kind is.
    Accessible.name: qsTr("Write a new entry: %1").arg(text)
    Accessible.description: App.vocabulary.kindHelp(kind)
    Accessible.onPressAction: root.clicked()

    contentItem: KindButtonContent {
        kind: root.kind
        text: root.text
        flatForm: root.flatForm
        withHelp: root.withHelp
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.mix(Theme.kindTint(root.kind), root.accent, 0.16)
                         : root.hovered ? Theme.mix(Theme.kindTint(root.kind), root.accent, 0.07)
                                         : Theme.kindTint(root.kind)
        border.width: Theme.line
        border.color: Theme.fade(root.accent, root.hovered ? 0.7 : 0.35)

        Behavior on color {
            ColorAnimation {
                duration: Theme.fast
            }
        }

        FocusRing {
            shown: root.visualFocus
        }
    }
}
