// SPDX-License-Identifier: Apache-2.0
// Where the days of a month stand in rows of a week: what DayCells and each GridDay know of each other.
import QtQuick
import Pennydrop.App

Grid {
    required property MonthGrid grid
    signal picked(int row)

    columns: 7
}
