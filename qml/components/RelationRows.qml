// SPDX-License-Identifier: Apache-2.0
// Ways in which two entries may belong together, and the one in force.
import QtQuick
import Pennydrop.App

Column {
    property int current: LinkRelations.None
    signal taken(int relation)
}
