// SPDX-License-Identifier: Apache-2.0
// The places of the journal, below one another in the rail, side by side in the bar.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App

GridLayout {
    id: root

    required property int here
    property bool across: false
    signal asked(int place)

    flow: across ? GridLayout.LeftToRight : GridLayout.TopToBottom
    rows: across ? 1 : -1
    columns: across ? -1 : 1

    Repeater {
        model: Places {}

        PlaceButton {}
    }
}
