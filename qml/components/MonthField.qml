// SPDX-License-Identifier: Apache-2.0
// Where the bars of MonthColumns stand.
import QtQuick

MarkField {
    required property int barHeight
}
