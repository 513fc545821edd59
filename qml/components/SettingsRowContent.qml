// SPDX-License-Identifier: Apache-2.0
// What a SettingsRow shows.
import QtQuick
import QtQuick.Layouts
import Pennydrop.Style

RowLayout {
    id: root

    required property string label
    required property string summary
    required property string sign
    required property bool current
    // Whether it leads to a page of its own, not to one beside it.
    required property bool leads

    spacing: Theme.space3

    Rectangle {
        implicitWidth: Theme.iconSmall + Theme.space4 + Theme.space1
        implicitHeight: implicitWidth
        radius: width / 2
        color: Theme.mix(Theme.surface, Theme.primary, root.current ? 0.26 : 0.13)

        Icon {
            anchors.centerIn: parent
            icon: root.sign
            size: Theme.iconSmall
            color: Theme.primary
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.label
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }

        Label {
            Layout.fillWidth: true
            text: root.summary
            font.pixelSize: Theme.label
            color: Theme.textSecondary
            Accessible.ignored: true
        }
    }

    Icon {
        visible: root.leads
        icon: "chevron"
        directional: true
        size: Theme.iconSmall
        color: Theme.textSecondary
    }
}
