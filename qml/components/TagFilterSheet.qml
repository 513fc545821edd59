// SPDX-License-Identifier: Apache-2.0
// Choosing the tag to search for.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Sheet {
    id: root

    signal chosen(double tagId, string name)
    signal tagsAsked

    onAboutToShow: App.tags.show()
    onClosed: App.tags.leave()

    contentItem: ColumnLayout {
        spacing: Theme.space1

        SheetHeading {
            Layout.fillWidth: true
            text: qsTr("Which tag?")
            onCloseAsked: root.close()
        }

        ChoiceRow {
            objectName: "anyTag"
            Layout.fillWidth: true
            text: qsTr("Any tag")
            help: ""
            chosen: App.search.tagName === ""
            onClicked: root.chosen(0, "")
        }

        TagList {
            objectName: "tagFilterList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            sideSpace: 0
            chosenTag: App.search.tagId // qmllint disable type
            onChosen: (tagId, name) => root.chosen(tagId, name)
        }

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            Layout.rightMargin: Theme.space4
            visible: App.tags.ready && App.tags.count === 0
            text: qsTr("No entry has a tag yet.")
            color: Theme.textSecondary
        }

        Button {
            objectName: "lookAfterTagsButton"
            Layout.fillWidth: true
            flat: true
            text: qsTr("Rename, merge or remove tags")
            onClicked: root.tagsAsked()
        }
    }
}
