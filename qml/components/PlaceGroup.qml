// SPDX-License-Identifier: Apache-2.0
// Places below one another, or side by side: what a PlaceList and each PlaceButton know of each other.
import QtQuick.Layouts

GridLayout {
    required property int here
    property bool across: false
    signal asked(int place)

    flow: across ? GridLayout.LeftToRight : GridLayout.TopToBottom
    rows: across ? 1 : -1
    columns: across ? -1 : 1
}
