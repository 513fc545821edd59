// SPDX-License-Identifier: Apache-2.0
// A field of one line. `error` turns its outline; the words of the error stand in a Label below it.
import QtQuick
import QtQuick.Templates as T

T.TextField {
    id: control

    property bool error: false

    implicitWidth: Math.max(implicitBackgroundWidth, contentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touchSize + Theme.space1, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    topPadding: Theme.space2
    bottomPadding: Theme.space2

    color: enabled ? Theme.text : Theme.disabledInk
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    placeholderTextColor: Theme.textSecondary
    font.pixelSize: Theme.body
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    hoverEnabled: true

    Accessible.name: placeholderText

    Text {
        x: control.leftPadding
        y: control.topPadding
        width: control.width - control.leftPadding - control.rightPadding
        height: control.height - control.topPadding - control.bottomPadding
        visible: control.length === 0 && control.preeditText === ""
        text: control.placeholderText
        textFormat: Text.PlainText
        font: control.font
        color: control.placeholderTextColor
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Text.AlignLeft
        Accessible.ignored: true
    }

    background: FieldBackground {
        focused: control.activeFocus
        faulty: control.error
        hovering: control.hovered
        usable: control.enabled
    }
}
