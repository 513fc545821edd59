// SPDX-License-Identifier: Apache-2.0
// A field of many lines. `plain` takes its frame away: the page itself is then the field.
import QtQuick
import QtQuick.Templates as T

T.TextArea {
    id: control

    property bool error: false
    property bool plain: false

    implicitWidth: Math.max(contentWidth + leftPadding + rightPadding, implicitBackgroundWidth)
    implicitHeight: Math.max(Theme.touchSize, contentHeight + topPadding + bottomPadding,
                             hint.implicitHeight + topPadding + bottomPadding)
    padding: plain ? 0 : Theme.space4

    color: enabled ? Theme.text : Theme.disabledInk
    selectionColor: Theme.selection
    selectedTextColor: Theme.text
    placeholderTextColor: Theme.textSecondary
    font.pixelSize: Theme.body
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    selectByMouse: true
    hoverEnabled: true

    Accessible.name: placeholderText
    Accessible.multiLine: true

    // A field that kept Tab to itself would never let the keyboard out again.
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    Text {
        id: hint

        x: control.leftPadding
        y: control.topPadding
        width: control.width - control.leftPadding - control.rightPadding
        visible: control.length === 0 && control.preeditText === ""
        text: control.placeholderText
        textFormat: Text.PlainText
        font: control.font
        color: control.placeholderTextColor
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    background: FieldBackground {
        visible: !control.plain
        focused: control.activeFocus
        faulty: control.error
        hovering: control.hovered
        usable: control.enabled
    }
}
