// SPDX-License-Identifier: Apache-2.0
// Where bars stand below one another: what a BarChart and each TrendBarRow know of each other.
import QtQuick
import Pennydrop.Style

TrendRowList {
    required property string name
    required property string heading
    property color ink: Theme.primary
}
