// SPDX-License-Identifier: Apache-2.0
// A journal without entries: what will come here, by an example.
import QtQuick
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space3

    Heading {
        objectName: "trendsEmpty"
        width: parent.width
        topPadding: Theme.space4
        text: qsTr("Nothing to see yet")
    }

    Label {
        width: parent.width
        bottomPadding: Theme.space3
        color: Theme.textSecondary
        text: qsTr("What you write down shows here over a year: on which days, of which kind, which hurdles you name, what setbacks "
                   + "taught, and how barriers stand. It stays on this device. For example:")
    }

    ExampleTrend {
        width: parent.width
    }
}
