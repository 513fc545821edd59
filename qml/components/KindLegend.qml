// SPDX-License-Identifier: Apache-2.0
// What the dots of a calendar mean.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Flow {
    spacing: Theme.space4

    KindLegendItem {
        kind: EntryKinds.Setback
    }

    KindLegendItem {
        kind: EntryKinds.LightBulb
    }

    KindLegendItem {
        kind: EntryKinds.Barrier
    }
}
