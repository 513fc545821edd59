// SPDX-License-Identifier: Apache-2.0
// The filters of a search as chips: kind, theme and time always; tag, level, state and learning once they narrow it.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Flow {
    id: root

    signal tagsAsked

    spacing: Theme.space1

    KindFilter {
        width: Math.min(implicitWidth, root.width)
    }

    FilterChip {
        name: "themeFilter"
        width: Math.min(implicitWidth, root.width)
        about: qsTr("Theme")
        filled: App.search.themeCode !== ""
        text: filled ? App.vocabulary.themeLabel(App.search.themeCode) : qsTr("Any theme")
        spoken: qsTr("Theme: %1").arg(text)
        onClicked: themeSheet.open()
        onCleared: App.search.themeCode = ""
    }

    PeriodFilter {
        width: Math.min(implicitWidth, root.width)
        onDaysWanted: {
            App.dayChoice.beginPast(App.search.firstDay);
            firstSheet.open();
        }
    }

    FilterChip {
        name: "tagFilter"
        width: Math.min(implicitWidth, root.width)
        visible: filled
        about: qsTr("Tag")
        iconSource: Theme.iconSource("tag")
        filled: App.search.tagName !== ""
        text: App.search.tagName
        spoken: qsTr("Tag: %1").arg(text)
        onClicked: tagSheet.open()
        onCleared: App.search.setTag(0, "")
    }

    FilterChip {
        name: "levelFilter"
        width: Math.min(implicitWidth, root.width)
        visible: filled
        about: qsTr("Where in the system")
        iconSource: Theme.iconSource("level")
        filled: App.search.level !== 0
        text: App.vocabulary.levelLabel(App.search.level)
        spoken: qsTr("Where in the system: %1").arg(text)
        onClicked: levelSheet.open()
        onCleared: App.search.level = 0
    }

    FilterChip {
        name: "stateFilter"
        width: Math.min(implicitWidth, root.width)
        visible: filled
        about: qsTr("Barrier")
        iconSource: Theme.kindIcon(EntryKinds.Barrier)
        accent: Theme.barrier
        filled: App.search.state !== 0
        text: App.search.stateLabel
        spoken: qsTr("Barrier: %1").arg(text)
        onClicked: more.openMenu()
        onCleared: App.search.state = 0
    }

    FilterChip {
        name: "learningFilter"
        width: Math.min(implicitWidth, root.width)
        visible: filled
        about: qsTr("Setback")
        iconSource: Theme.kindIcon(EntryKinds.Setback)
        accent: Theme.setback
        filled: App.search.learning !== SearchModel.Either
        text: App.search.learning === SearchModel.Learned ? qsTr("Learned from") : qsTr("Still open")
        spoken: qsTr("Setback: %1").arg(text)
        onClicked: more.openMenu()
        onCleared: App.search.learning = SearchModel.Either
    }

    MoreFilters {
        id: more

        width: Math.min(implicitWidth, root.width)
        onTagWanted: tagSheet.open()
        onLevelWanted: levelSheet.open()
    }

    Button {
        objectName: "clearSearchButton"
        visible: App.search.filtered
        flat: true
        text: qsTr("Clear all")
        Accessible.name: qsTr("Clear the filters")
        onClicked: App.search.clearFilters()
    }

    ThemeSheet {
        id: themeSheet

        objectName: "themeFilterSheet"
        kind: App.search.kind
        themeCode: App.search.themeCode
        heading: qsTr("Which theme?")
        noneText: qsTr("Any theme")
        onChosen: code => {
            App.search.themeCode = code;
            themeSheet.close();
        }
    }

    LevelSheet {
        id: levelSheet

        objectName: "levelFilterSheet"
        level: App.search.level
        heading: qsTr("Where in the system?")
        noneText: qsTr("Anywhere")
        onChosen: level => {
            App.search.level = level;
            levelSheet.close();
        }
    }

    TagFilterSheet {
        id: tagSheet

        objectName: "tagFilterSheet"
        onChosen: (tagId, name) => {
            App.search.setTag(tagId, name);
            tagSheet.close();
        }
        onTagsAsked: {
            tagSheet.close();
            root.tagsAsked();
        }
    }

    PickDaySheet {
        id: firstSheet

        property string first: ""

        objectName: "firstDaySheet"
        heading: qsTr("From which day?")
        buttonText: qsTr("Next")
        noneText: qsTr("From the first entry")
        onChosen: day => {
            first = day;
            App.dayChoice.beginPast(App.search.lastDay);
            lastSheet.open();
        }
    }

    PickDaySheet {
        id: lastSheet

        objectName: "lastDaySheet"
        heading: qsTr("Until which day?")
        noneText: qsTr("Until today")
        onChosen: day => App.search.setSpan(firstSheet.first, day)
    }
}
