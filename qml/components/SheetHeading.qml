// SPDX-License-Identifier: Apache-2.0
// The title of a sheet and the button that closes it.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

RowLayout {
    id: root

    required property string text
    signal closeAsked

    spacing: Theme.space2

    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space4
        text: root.text
    }

    ToolButton {
        objectName: "closeSheetButton"
        text: qsTr("Close")
        icon.source: Theme.iconSource("close")
        ink: Theme.textSecondary
        onClicked: root.closeAsked()
    }
}
