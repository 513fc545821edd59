// SPDX-License-Identifier: Apache-2.0
// Running text: body size, wrapped, never interpreted as markup unless a screen says so.
import QtQuick
import QtQuick.Templates as T

T.Label {
    id: control

    color: enabled ? Theme.text : Theme.disabledInk
    linkColor: Theme.primary
    font.pixelSize: Theme.body
    lineHeight: Theme.lineHeight
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft // mirrored with the layout
    textFormat: Text.PlainText
}
