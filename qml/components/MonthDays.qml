// SPDX-License-Identifier: Apache-2.0
// The days of a month. No day after today can be chosen.
import QtQuick

MonthFrame {
    id: root

    Repeater {
        model: 7

        WeekdayCell {}
    }

    Repeater {
        model: 42

        DayCell {}
    }
}
