// SPDX-License-Identifier: Apache-2.0
// Theme, level, tags, time, more, a photo or file and a question as chips. Where they would take the room of the text they stand in one
// row that moves sideways.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Flickable {
    id: root

    required property bool offersQuestion
    readonly property bool oneRow: width < Theme.scaled(340)
    signal themeWanted
    signal levelWanted
    signal tagsWanted
    signal whenWanted
    signal moreWanted
    signal fileWanted
    signal questionWanted

    implicitHeight: chips.height
    contentWidth: chips.width
    contentHeight: chips.height
    boundsBehavior: Flickable.StopAtBounds
    interactive: oneRow
    clip: oneRow

    function bringIntoView(chip: Item) {
        if (chip.x < contentX) {
            contentX = chip.x;
        } else if (chip.x + chip.width > contentX + width) {
            contentX = chip.x + chip.width - width;
        }
    }

    Flow {
        id: chips

        width: root.oneRow ? themeChip.width + levelChip.width + tagsChip.width + whenChip.width
                             + moreChip.width + fileChip.width + promptChip.width + spacing * 6
                           : root.width
        spacing: Theme.space1

        Chip {
            id: themeChip

            objectName: "themeChip"
            width: Math.min(implicitWidth, root.width)
            icon.source: Theme.iconSource("theme")
            filled: App.editor.themeLabel !== ""
            text: filled ? App.editor.themeLabel : qsTr("Theme")
            Accessible.name: filled ? qsTr("Theme: %1").arg(App.editor.themeLabel) : qsTr("Choose a theme")
            onActiveFocusChanged: root.bringIntoView(themeChip)
            onClicked: root.themeWanted()
        }

        Chip {
            id: levelChip

            objectName: "levelChip"
            width: Math.min(implicitWidth, root.width)
            icon.source: Theme.iconSource("level")
            filled: App.editor.levelLabel !== ""
            //: Where in the system an entry sits: with me, my team, my organisation ...
            text: filled ? App.editor.levelLabel : qsTr("Where")
            Accessible.name: filled ? qsTr("Where in the system: %1").arg(App.editor.levelLabel)
                                    : qsTr("Choose where in the system")
            onActiveFocusChanged: root.bringIntoView(levelChip)
            onClicked: root.levelWanted()
        }

        Chip {
            id: tagsChip

            readonly property int count: App.editor.details.tagCount

            objectName: "tagsChip"
            width: Math.min(implicitWidth, root.width)
            icon.source: Theme.iconSource("hash")
            filled: count > 0
            text: count === 0 ? qsTr("Tags") : count === 1 ? App.editor.details.tagsLabel : qsTr("%n tags", "", count)
            Accessible.name: filled ? qsTr("Tags: %1").arg(App.editor.details.tagsLabel) : qsTr("Add tags")
            onActiveFocusChanged: root.bringIntoView(tagsChip)
            onClicked: root.tagsWanted()
        }

        Chip {
            id: whenChip

            objectName: "whenChip"
            width: Math.min(implicitWidth, root.width)
            icon.source: Theme.iconSource("calendar")
            text: App.editor.whenLabel
            Accessible.name: qsTr("When it happened: %1").arg(App.editor.whenLabel)
            onActiveFocusChanged: root.bringIntoView(whenChip)
            onClicked: root.whenWanted()
        }

        Chip {
            id: moreChip

            readonly property bool barrier: App.editor.kind === EntryKinds.Barrier
            readonly property string stateText: barrier ? App.lifeWords.stateLabel(App.editor.details.state) : ""

            objectName: "moreChip"
            width: Math.min(implicitWidth, root.width)
            icon.source: Theme.iconSource("plus")
            filled: barrier ? App.editor.details.anyOfBarrier : App.editor.details.meaning.trim() !== ""
            text: stateText !== "" ? stateText : qsTr("More")
            Accessible.name: {
                if (!barrier) {
                    return qsTr("More: what it means for the people served");
                }
                return stateText !== "" ? qsTr("More about this barrier. %1").arg(stateText) : qsTr("More about this barrier");
            }
            onActiveFocusChanged: root.bringIntoView(moreChip)
            onClicked: root.moreWanted()
        }

        Chip {
            id: fileChip

            objectName: "fileChip"
            width: Math.min(implicitWidth, root.width)
            icon.source: Theme.iconSource("attach")
            opensList: false
            text: qsTr("Photo or file")
            Accessible.name: qsTr("Add a photo or file")
            Accessible.description: qsTr("Photos lose the place, the time and the device they tell of. Other files stay as they are.")
            onActiveFocusChanged: root.bringIntoView(fileChip)
            onClicked: root.fileWanted()
        }

        Chip {
            id: promptChip

            objectName: "promptChip"
            width: Math.min(implicitWidth, root.width)
            visible: root.offersQuestion
            icon.source: Theme.iconSource("question")
            opensList: false
            text: qsTr("A question?")
            onActiveFocusChanged: root.bringIntoView(promptChip)
            onClicked: root.questionWanted()
        }
    }
}
