// SPDX-License-Identifier: Apache-2.0
// Words that belong to an entry under a title of their own; nothing when there are none.
import QtQuick
import Pennydrop.Style

Column {
    id: root

    required property string title
    required property string text

    visible: text !== ""
    spacing: Theme.space1

    SectionTitle {
        width: parent.width
        text: root.title
    }

    Label {
        width: parent.width
        text: root.text
    }
}
