// SPDX-License-Identifier: Apache-2.0
// Search as one types, narrowed by filters.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    objectName: "searchScreen"

    // Bold and colour mark a match, so that neither is the only sign.
    Binding {
        target: App.search
        property: "matchColour"
        value: Theme.primary
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: root.phone ? Theme.space1 : list.sideSpace
            Layout.rightMargin: list.sideSpace
            Layout.topMargin: Theme.space2
            spacing: Theme.space1

            ToolButton {
                objectName: "backButton"
                visible: root.phone
                text: qsTr("Back")
                icon.source: Theme.iconSource("back")
                directional: true
                onClicked: root.back()
            }

            SearchField {
                objectName: "searchField"
                Layout.fillWidth: true
                focus: true
                Keys.onDownPressed: list.enter()
                onAccepted: list.enter()
            }
        }

        SearchFilters {
            Layout.fillWidth: true
            Layout.leftMargin: list.sideSpace
            Layout.rightMargin: list.sideSpace
            Layout.topMargin: Theme.space1
            onTagsAsked: root.asked(Places.Tags)
        }

        Label {
            objectName: "searchSummary"
            Layout.fillWidth: true
            Layout.leftMargin: list.sideSpace + Theme.space1
            Layout.rightMargin: list.sideSpace
            Layout.topMargin: Theme.space1
            Layout.bottomMargin: Theme.space1
            visible: App.search.active && list.count > 0
            text: App.search.summary
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }

        Notice {
            Layout.fillWidth: true
            Layout.leftMargin: list.sideSpace
            Layout.rightMargin: list.sideSpace
            visible: list.count > 0 && text !== ""
            text: App.search.message
        }

        EntryList {
            id: list

            objectName: "searchList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: App.search
            shownEntry: root.shownEntry
            topMargin: Theme.space1
            bottomMargin: Theme.space8
            Accessible.name: qsTr("Entries found")
            delegate: SearchRow {}
            onOpened: entryId => root.opened(entryId)

            Flickable {
                width: list.width
                height: list.height
                visible: list.count === 0 && !App.search.searching
                contentHeight: empty.y + empty.height + Theme.space8
                boundsBehavior: Flickable.StopAtBounds

                EmptySearch {
                    id: empty

                    x: Math.round((parent.width - width) / 2)
                    y: Math.max(0, Math.min(Theme.space12, list.height - height))
                    width: Math.min(Theme.form, parent.width - Theme.space8 * 2)
                }
            }
        }
    }
}
