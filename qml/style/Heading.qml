// SPDX-License-Identifier: Apache-2.0
// A heading: a book face, and the role that lets a screen reader jump to it. A plain Text, because a role set on
// a Label is not kept by Qt 6.4.
import QtQuick

Text {
    id: root

    property bool display: false

    color: Theme.text
    font.family: Theme.bookFamily
    font.pixelSize: display ? Theme.display : Theme.title
    lineHeight: Theme.lineHeightTight
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft // mirrored with the layout
    textFormat: Text.PlainText
    Accessible.role: Accessible.Heading
    Accessible.name: text
    Accessible.ignored: text === ""
}
