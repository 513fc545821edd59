// SPDX-License-Identifier: Apache-2.0
// A chart of bars, longest where most was counted.
import QtQuick

TrendBars {
    id: root

    items: cells
    Accessible.role: Accessible.List
    Accessible.name: root.heading

    Repeater {
        id: cells

        model: root.rows

        TrendBarRow {}
    }
}
