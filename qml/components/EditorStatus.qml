// SPDX-License-Identifier: Apache-2.0
// "Saved", said quietly. Trouble is told above the text instead, where there is room to say what to do.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Text {
    id: root

    objectName: "editorStatus"
    rightPadding: Theme.space1
    text: App.editor.status === EntryEditor.Failed ? "" : App.editor.statusText
    textFormat: Text.PlainText
    font.pixelSize: Theme.small
    color: Theme.textSecondary
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
