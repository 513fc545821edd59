// SPDX-License-Identifier: Apache-2.0
// What an EntryCard shows.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Item {
    id: root

    required property int kind
    required property string day
    required property string time
    required property string themeLabel
    required property string levelLabel
    required property string words
    required property bool marked
    required property int mark
    required property bool showDay

    implicitHeight: Math.max(badge.height, column.height)

    KindBadge {
        id: badge

        anchors.left: parent.left
        kind: root.kind
    }

    // Plain items, no layout: that would give a text its height back and so cut off its lines, and lay out every text
    // of a row twice while a list is scrolled.
    Column {
        id: column

        anchors.left: badge.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.space3
        spacing: Theme.space1

        Item {
            id: topLine

            readonly property real timeWidth: Math.ceil(timeMetrics.advanceWidth) + Theme.line
            readonly property real kindWidth: Math.ceil(kindMetrics.advanceWidth) + Theme.line
            readonly property bool oneLine: kindWidth + timeWidth + Theme.space2 <= width

            width: column.width
            height: oneLine ? kindWord.height : kindWord.height + timeWord.height

            Text {
                id: kindWord

                anchors.left: parent.left
                width: Math.min(topLine.kindWidth, parent.width)
                text: App.vocabulary.kindLabel(root.kind)
                textFormat: Text.PlainText
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                color: Theme.kindColour(root.kind)
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }

            // What wraps has no width of its own that could be asked.
            TextMetrics {
                id: kindMetrics

                text: kindWord.text
                font: kindWord.font
            }

            TextMetrics {
                id: timeMetrics

                text: timeWord.text
                font: timeWord.font
            }

            Text {
                id: timeWord

                // By its place, not by anchors: while one anchor gives way to the other they would set the width.
                x: topLine.oneLine === LayoutMirroring.enabled ? 0 : parent.width - width
                y: topLine.oneLine ? 0 : kindWord.height
                width: topLine.oneLine ? topLine.timeWidth : parent.width
                //: %1: day, %2: time
                text: !root.showDay ? root.time : root.time === "" ? root.day : qsTr("%1, %2").arg(root.day).arg(root.time)
                textFormat: Text.PlainText
                font.pixelSize: Theme.small
                color: Theme.textSecondary
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
        }

        Text {
            width: column.width
            text: root.words
            textFormat: root.marked ? Text.StyledText : Text.PlainText
            font.pixelSize: Theme.body
            lineHeight: Theme.lineHeight
            color: Theme.text
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            maximumLineCount: 3
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }

        Flow {
            width: column.width
            visible: root.mark !== EntryMarks.None || facts.text !== ""
            spacing: Theme.space3

            EntryMark {
                mark: root.mark
            }

            Text {
                id: facts

                width: Math.min(Math.ceil(factsMetrics.advanceWidth) + Theme.line, column.width)
                visible: text !== ""
                //: Below an entry in a list. %1: theme, %2: level in the system
                text: root.themeLabel !== "" && root.levelLabel !== ""
                      ? qsTr("%1 · %2").arg(root.themeLabel).arg(root.levelLabel) : root.themeLabel + root.levelLabel
                textFormat: Text.PlainText
                font.pixelSize: Theme.small
                color: Theme.textSecondary
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }

            TextMetrics {
                id: factsMetrics

                text: facts.text
                font: facts.font
            }
        }
    }
}
