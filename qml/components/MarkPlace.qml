// SPDX-License-Identifier: Apache-2.0
// Where small marks stand in columns and lines: what a MarkField and each MarkCell know of each other.
import QtQuick
import Pennydrop.App

FocusScope {
    id: root

    required property TrendRows marks
    required property int columns
    required property int lines
    required property string name
    // The mark that the keyboard stands on.
    property int current: 0
    readonly property real cellWidth: width / columns
    readonly property real cellHeight: height / lines
}
