// SPDX-License-Identifier: Apache-2.0
// What the person came back with, and when.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

RowLayout {
    id: root

    required property int index
    required property double followUpId
    required property string title
    required property string words
    required property string when
    required property bool taught

    width: parent ? parent.width : 0
    visible: !App.life.writer.active || App.life.writer.followUpId !== followUpId // qmllint disable type
    spacing: Theme.space3

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Theme.space1
        icon: root.taught ? "learned" : "eye"
        size: Theme.iconSmall
        color: root.taught ? Theme.primary : Theme.textSecondary
    }

    Column {
        id: column

        Layout.fillWidth: true
        spacing: Theme.focusGap

        SectionTitle {
            width: column.width
            text: root.title
            color: root.taught ? Theme.primary : Theme.text
        }

        Label {
            width: column.width
            text: root.when
            font.pixelSize: Theme.small
            color: Theme.textSecondary
        }

        Label {
            objectName: "followUpText" + root.index
            width: column.width
            text: root.words
        }
    }

    RowMenu {
        Layout.alignment: Qt.AlignTop
        objectName: "followUpMenu" + root.index
        //: The menu of a note. %1: what the note is ("What it taught")
        text: qsTr("More about: %1").arg(root.title)

        MenuItem {
            objectName: "changeFollowUp"
            enabled: !App.life.writer.active
            icon.source: Theme.iconSource("edit")
            text: qsTr("Change")
            onTriggered: App.life.writer.change(root.followUpId)
        }

        MenuItem {
            objectName: "deleteFollowUp"
            danger: true
            icon.source: Theme.iconSource("delete")
            text: qsTr("Delete")
            onTriggered: App.life.followUps.remove(root.followUpId)
        }
    }
}
