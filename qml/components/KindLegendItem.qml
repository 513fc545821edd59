// SPDX-License-Identifier: Apache-2.0
// A dot and the word of its kind.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Row {
    id: root

    required property int kind

    spacing: Theme.space1 + Theme.focusGap

    KindDot {
        anchors.verticalCenter: parent.verticalCenter
        kind: root.kind
    }

    Text {
        text: App.vocabulary.kindLabel(root.kind)
        textFormat: Text.PlainText
        font.pixelSize: Theme.small
        color: Theme.textSecondary
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
