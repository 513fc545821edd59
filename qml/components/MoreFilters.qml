// SPDX-License-Identifier: Apache-2.0
// What else may narrow a search: tag, level, how a barrier stands, whether a setback was learned from.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Chip {
    id: root

    signal tagWanted
    signal levelWanted

    function openMenu() {
        menu.open();
    }

    objectName: "moreFilters"
    //: Opens more filters of the search
    text: qsTr("More")
    Accessible.name: qsTr("More filters")
    onClicked: root.openMenu()

    Menu {
        id: menu

        y: root.height
        modal: true

        MenuItem {
            objectName: "filterTag"
            text: qsTr("Tag …")
            icon.source: Theme.iconSource("tag")
            onTriggered: root.tagWanted()
        }

        MenuItem {
            objectName: "filterLevel"
            text: qsTr("Where in the system …")
            icon.source: Theme.iconSource("level")
            onTriggered: root.levelWanted()
        }

        MenuSeparator {}

        StateFilterChoice {
            objectName: "filterStuck"
            icon.source: Theme.iconSource("stuck")
            number: ReviewModel.Stuck
            text: qsTr("Barriers that are stuck")
        }

        StateFilterChoice {
            objectName: "filterMoving"
            icon.source: Theme.iconSource("moving")
            number: ReviewModel.Moving
            text: qsTr("Barriers that are moving")
        }

        StateFilterChoice {
            objectName: "filterCleared"
            icon.source: Theme.iconSource("cleared")
            number: ReviewModel.Cleared
            text: qsTr("Barriers that are cleared")
        }

        MenuSeparator {}

        LearningFilterChoice {
            objectName: "filterLearned"
            icon.source: Theme.iconSource("learned")
            learning: SearchModel.Learned
            text: qsTr("Setbacks learned from")
        }

        LearningFilterChoice {
            objectName: "filterOpen"
            icon.source: Theme.iconSource("open")
            learning: SearchModel.StillOpen
            text: qsTr("Setbacks that are still open")
        }
    }
}
