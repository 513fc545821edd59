// SPDX-License-Identifier: Apache-2.0
// One thing asked on a sheet, quietly: the words, and below them what answers.
import QtQuick
import Pennydrop.Style

Column {
    id: root

    required property string question
    default property alias content: inner.data

    width: parent ? parent.width : 0
    spacing: Theme.space1

    Label {
        width: parent.width
        text: root.question
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }

    Flow {
        id: inner

        x: -Theme.focusGap
        width: parent.width + Theme.focusGap * 2
        spacing: Theme.space1
    }
}
