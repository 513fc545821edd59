// SPDX-License-Identifier: Apache-2.0
// The old words: why they are here, their kind and time, what was written then, and what was decided for now.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Rectangle {
    id: root

    signal opened

    objectName: "reviewCard"
    implicitHeight: column.implicitHeight + Theme.space4 + Theme.space1
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.line
    border.color: Theme.hairline

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space4
        spacing: Theme.space3

        Label {
            objectName: "reviewReason"
            width: parent.width
            text: App.review.reason
            font.pixelSize: Theme.label
            color: Theme.primary
        }

        RowLayout {
            width: parent.width
            spacing: Theme.space3

            KindBadge {
                Layout.alignment: Qt.AlignTop
                kind: App.review.kind
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    text: App.vocabulary.kindLabel(App.review.kind)
                    font.pixelSize: Theme.label
                    font.weight: Font.DemiBold
                    color: Theme.kindColour(App.review.kind)
                }

                Label {
                    Layout.fillWidth: true
                    text: App.review.whenLabel
                    font.pixelSize: Theme.small
                    color: Theme.textSecondary
                }
            }
        }

        EntryText {
            objectName: "reviewWords"
            width: parent.width
            text: App.review.words
        }

        Label {
            width: parent.width
            visible: text !== ""
            text: App.review.themeLabel
            font.pixelSize: Theme.small
            color: Theme.textSecondary
        }

        ReviewDecision {
            width: parent.width
            visible: App.review.decision
        }

        Button {
            objectName: "openReviewedButton"
            x: -Theme.space3
            flat: true
            text: qsTr("Open the entry")
            onClicked: {
                // It is shown there, and may be changed or kept.
                App.review.saveAnswer();
                root.opened();
            }
        }
    }
}
