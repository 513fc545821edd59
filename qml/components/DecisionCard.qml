// SPDX-License-Identifier: Apache-2.0
// Something decided for now: until when, how we will know; or how it ended.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    required property int index
    required property double decisionId
    required property string what
    required property string how
    required property bool holds
    required property bool due
    required property string until
    required property int outcome
    required property string endedOn
    required property string endWords
    signal changeAsked
    signal endAsked

    width: parent ? parent.width : 0
    implicitHeight: column.implicitHeight + Theme.space3 * 2
    radius: Theme.radius
    color: root.holds ? Theme.primaryTint : "transparent"
    border.width: root.holds ? 0 : Theme.line
    border.color: Theme.hairline

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space1
        anchors.topMargin: Theme.space3
        spacing: Theme.space1

        RowLayout {
            width: parent.width
            spacing: Theme.space2

            Label {
                objectName: "decision" + root.index
                Layout.fillWidth: true
                text: root.what
            }

            RowMenu {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: -Theme.space3
                Layout.bottomMargin: -Theme.space3
                objectName: "decisionMenu" + root.index
                text: qsTr("More about this decision")

                MenuItem {
                    objectName: "changeDecision"
                    enabled: root.holds
                    icon.source: Theme.iconSource("edit")
                    text: qsTr("Change")
                    onTriggered: root.changeAsked()
                }

                MenuItem {
                    objectName: "reopenDecision"
                    enabled: !root.holds
                    icon.source: Theme.iconSource("undo")
                    text: qsTr("It still holds")
                    onTriggered: App.life.decisions.reopen(root.decisionId)
                }

                MenuItem {
                    objectName: "deleteDecision"
                    danger: true
                    icon.source: Theme.iconSource("delete")
                    text: qsTr("Delete")
                    onTriggered: App.life.decisions.remove(root.decisionId)
                }
            }
        }

        Label {
            width: parent.width - Theme.space3
            //: Below something decided for now. %1: "Adapted", "Adopted" or "Abandoned", %2: a day
            text: root.holds ? root.until : qsTr("%1 · %2").arg(App.lifeWords.outcomeDone(root.outcome)).arg(root.endedOn)
            font.pixelSize: Theme.label
            font.weight: Font.DemiBold
            color: root.holds ? Theme.primary : Theme.textSecondary
        }

        Label {
            width: parent.width - Theme.space3
            visible: root.how !== "" && root.holds
            //: Below something decided for now: what will show whether it helps. %1: the person's own words
            text: qsTr("We will know by: %1").arg(root.how)
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }

        Label {
            width: parent.width - Theme.space3
            visible: root.endWords !== ""
            text: root.endWords
            font.pixelSize: Theme.label
        }

        Button {
            objectName: "endDecision" + root.index
            visible: root.holds
            flat: !root.due
            highlighted: root.due
            leftPadding: root.due ? horizontalPadding : 0
            text: root.due ? qsTr("Time to look again") : qsTr("How did it go?")
            onClicked: root.endAsked()
        }
    }
}
