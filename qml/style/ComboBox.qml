// SPDX-License-Identifier: Apache-2.0
// One choice out of a short list.
import QtQuick
import QtQuick.Templates as T

T.ComboBox {
    id: control

    implicitWidth: Math.max(Theme.menu / 2, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: mirrored ? Theme.space12 : Theme.space4
    rightPadding: mirrored ? Theme.space4 : Theme.space12
    verticalPadding: Theme.space2
    implicitContentWidthPolicy: T.ComboBox.WidestText
    hoverEnabled: true
    font.pixelSize: Theme.body

    Accessible.onPressAction: control.popup.open()

    delegate: ComboRow {}

    indicator: Icon {
        x: control.mirrored ? Theme.space3 : control.width - width - Theme.space3
        y: (control.height - height) / 2
        icon: "chevron-down"
        size: Theme.iconSmall
        color: control.enabled ? Theme.textSecondary : Theme.disabledInk
    }

    contentItem: Text {
        text: control.displayText
        textFormat: Text.PlainText
        font: control.font
        color: control.enabled ? Theme.text : Theme.disabledInk
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Text.AlignLeft
        Accessible.ignored: true
    }

    background: FieldBackground {
        focused: control.visualFocus || control.down
        faulty: false
        hovering: control.hovered
        usable: control.enabled
    }

    popup: T.Popup {
        y: control.height + Theme.space1
        width: control.width
        implicitHeight: Math.min(contentItem.implicitHeight + topPadding + bottomPadding,
                                 control.Window.height - topMargin - bottomMargin)
        margins: Theme.space2
        padding: Theme.space1

        contentItem: ComboList {
            control: control
        }

        background: PopupBackground {}
    }
}
