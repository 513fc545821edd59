// SPDX-License-Identifier: Apache-2.0
// A heading, an item of a list, a quote or some running text of an entry. Its words can be selected and copied; a press
// on them opens nothing.
import QtQuick
import Pennydrop.Style

Item {
    id: root

    required property int index
    required property string markup
    required property string words
    required property string marker
    required property int heading
    required property int quoteDepth
    required property int listDepth
    // A deep list must leave room for its words.
    readonly property real quoteIndent: Math.min(quoteDepth * Theme.space4, width / 6)
    readonly property real listIndent: Math.min(listDepth * Theme.scaled(Theme.space6), width / 4)

    width: parent ? parent.width : 0
    height: body.y + body.implicitHeight

    Row {
        anchors.left: root.left
        height: root.height
        spacing: root.quoteDepth > 0 ? root.quoteIndent / root.quoteDepth - Theme.strongLine : 0

        Repeater {
            model: root.quoteDepth

            QuoteBar {}
        }
    }

    Text {
        id: sign

        anchors.right: body.left
        anchors.rightMargin: Theme.space2
        y: body.y
        visible: root.marker !== ""
        text: root.marker
        textFormat: Text.PlainText
        font.pixelSize: Theme.body
        lineHeight: Theme.lineHeight
        color: Theme.textSecondary
        Accessible.ignored: true
    }

    TextEdit {
        id: body

        readonly property string words: root.words
        readonly property string heard: root.marker === "" ? root.words : root.marker + " " + root.words

        objectName: "entryBlock" + root.index
        anchors.left: root.left
        anchors.right: root.right
        anchors.leftMargin: root.quoteIndent + Math.max(root.listIndent, root.marker === "" ? 0 : sign.implicitWidth + Theme.space2)
        y: root.heading > 0 && root.index > 0 ? Theme.space4 : 0
        text: "<p style=\"margin:0; white-space:pre-wrap; line-height:" + Math.round(Theme.lineHeight * 100) + "%\">"
              + root.markup + "</p>"
        textFormat: TextEdit.RichText
        readOnly: true
        selectByMouse: true
        selectionColor: Theme.selection
        selectedTextColor: Theme.text
        font.pixelSize: root.heading === 1 ? Theme.title : Theme.body
        font.weight: root.heading > 0 ? Font.DemiBold : Font.Normal
        color: root.quoteDepth > 0 ? Theme.textSecondary : Theme.text
        wrapMode: TextEdit.Wrap
        horizontalAlignment: TextEdit.AlignLeft
        Accessible.role: root.heading > 0 ? Accessible.Heading : root.marker !== "" ? Accessible.ListItem : Accessible.StaticText
        Accessible.name: heard
        Accessible.readOnly: true
        // Qt takes the key only where the keyboard selects, and would then keep the arrow keys from the page.
        Keys.onPressed: event => {
            event.accepted = body.selectedText !== "" && event.matches(StandardKey.Copy);
            if (event.accepted) {
                body.copy();
            }
        }
    }
}
