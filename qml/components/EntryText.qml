// SPDX-License-Identifier: Apache-2.0
// The words of an entry, to be read: headings, lists and quotes as such, and everything else as it was typed.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    property alias text: reading.text

    spacing: Theme.space2

    Repeater {
        model: ReadingText {
            id: reading
        }

        EntryBlock {}
    }
}
