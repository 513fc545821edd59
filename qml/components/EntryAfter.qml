// SPDX-License-Identifier: Apache-2.0
// What came after the entry being read: what the person sees now, what was decided for now, what belongs to it; and
// the ways to add to each.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space6

    Column {
        width: parent.width
        visible: App.life.followUps.count > 0 || App.life.writer.active || followUpTrouble.text !== ""
        spacing: Theme.space4

        SectionTitle {
            width: parent.width
            visible: App.life.followUps.count > 0
            text: qsTr("Since then")
        }

        Notice {
            id: followUpTrouble

            width: parent.width
            text: App.life.followUps.message
        }

        Repeater {
            model: App.life.followUps

            FollowUpRow {}
        }

        FollowUpForm {
            id: form

            width: parent.width
            visible: App.life.writer.active
        }
    }

    Column {
        width: parent.width
        visible: App.life.decisions.count > 0 || decisionTrouble.text !== "" || App.life.decisionForm.waiting
        spacing: Theme.space2

        SectionTitle {
            width: parent.width
            text: qsTr("For now")
        }

        Notice {
            id: decisionTrouble

            width: parent.width
            text: App.life.decisions.message
        }

        Repeater {
            model: App.life.decisions

            DecisionCard {
                onChangeAsked: App.life.decisionForm.beginChange(decisionId)
                onEndAsked: App.life.decisionForm.beginEnd(decisionId)
            }
        }

        Notice {
            objectName: "decisionWaiting"
            width: parent.width
            danger: false
            text: App.life.decisionForm.waiting
                  ? qsTr("You began to write about a decision, and have not finished. Nothing was lost.") : ""
        }

        Button {
            objectName: "resumeDecisionButton"
            visible: App.life.decisionForm.waiting
            width: Math.min(implicitWidth, parent.width)
            horizontalPadding: Theme.space4
            icon.source: Theme.iconSource("edit")
            text: qsTr("Go on writing")
            onClicked: App.life.decisionForm.resume()
        }
    }

    Column {
        width: parent.width
        visible: App.life.links.count > 0 || linkTrouble.text !== ""
        spacing: Theme.space3

        SectionTitle {
            width: parent.width
            text: qsTr("Belongs together")
        }

        Notice {
            id: linkTrouble

            width: parent.width
            text: App.life.links.message
        }

        Repeater {
            model: App.life.links

            LinkRow {}
        }
    }

    Flow {
        width: parent.width
        spacing: Theme.space2

        Button {
            objectName: "addNoteButton"
            visible: !App.life.writer.active
            width: Math.min(implicitWidth, parent.width)
            horizontalPadding: Theme.space4
            icon.source: Theme.iconSource("eye")
            text: qsTr("Add what you see now")
            onClicked: {
                App.life.writer.begin(false);
                form.begin();
            }
        }

        Button {
            objectName: "addTaughtButton"
            visible: !App.life.writer.active && App.reader.kind === EntryKinds.Setback
            width: Math.min(implicitWidth, parent.width)
            horizontalPadding: Theme.space4
            icon.source: Theme.iconSource("learned")
            text: qsTr("What did it teach?")
            onClicked: {
                App.life.writer.begin(true);
                form.begin();
            }
        }

        Button {
            objectName: "addDecisionButton"
            width: Math.min(implicitWidth, parent.width)
            horizontalPadding: Theme.space4
            icon.source: Theme.iconSource("flag")
            text: qsTr("Decide something for now")
            onClicked: App.life.decisionForm.begin()
        }

        Button {
            objectName: "addLinkButton"
            width: Math.min(implicitWidth, parent.width)
            horizontalPadding: Theme.space4
            icon.source: Theme.iconSource("link")
            text: qsTr("Link an entry")
            onClicked: linkSheet.open()
        }
    }

    Connections {
        target: App.life.writer

        function onActiveChanged() {
            if (App.life.writer.active) {
                form.begin();
            }
        }
    }

    LinkSheet {
        id: linkSheet

        objectName: "linkSheet"
    }

    DecisionSheet {
        objectName: "decisionSheet"
        form: App.life.decisionForm
    }
}
