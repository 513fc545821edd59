// SPDX-License-Identifier: Apache-2.0
// Where the months of a year stand below one another: what YearDots and each YearLane know of each other.
import QtQuick
import Pennydrop.Style

Column {
    readonly property int nameWidth: Theme.scaled(Theme.touchSize - Theme.space3)
    readonly property int lineHeight: Math.max(Theme.dot * 3 + Theme.space2, Theme.scaled(Theme.space4 + Theme.space1))
}
