// SPDX-License-Identifier: Apache-2.0
// The places of the journal, below one another in the rail, side by side in the bar.
import QtQuick
import Pennydrop.App

PlaceGroup {
    Repeater {
        model: Places {}

        PlaceButton {}
    }
}
