// SPDX-License-Identifier: Apache-2.0
// How the days of a month lie in rows of a week, as the language orders them.
import QtQuick

Grid {
    id: root

    required property int year
    required property int month
    required property date selected
    readonly property int firstDay: Qt.locale().firstDayOfWeek % 7
    readonly property int lead: (new Date(year, month, 1).getDay() - firstDay + 7) % 7
    readonly property real cell: Math.floor(width / 7)
    signal chosen(date day)

    columns: 7
}
