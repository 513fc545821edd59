// SPDX-License-Identifier: Apache-2.0
// The question, and the ways to answer it.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    implicitHeight: column.implicitHeight

    function keep() {
        if (App.review.canAnswer && !App.review.decision) {
            answer.forceActiveFocus();
            App.review.keepAnswer();
        }
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.space3

        Heading {
            objectName: "reviewQuestion"
            width: parent.width
            text: App.review.question
        }

        StateChoice {
            width: parent.width
            visible: App.review.barrier
        }

        AnswerField {
            id: answer

            width: parent.width
            focus: true
            onSubmitted: root.keep()
        }

        Flow {
            width: parent.width
            spacing: Theme.space2

            Button {
                objectName: "keepAnswerButton"
                visible: !App.review.decision
                highlighted: true
                enabled: App.review.canAnswer && !App.review.busy
                text: qsTr("Answer")
                onClicked: root.keep()
            }

            Button {
                objectName: "adaptButton"
                visible: App.review.decision
                enabled: !App.review.busy
                text: qsTr("Adapt")
                //: Read aloud with the button "Adapt".
                Accessible.description: qsTr("Change it and go on")
                onClicked: App.review.beginAdapt()
            }

            Button {
                objectName: "adoptButton"
                visible: App.review.decision
                enabled: !App.review.busy
                text: qsTr("Adopt")
                //: Read aloud with the button "Adopt".
                Accessible.description: qsTr("It has shown its worth and stays")
                onClicked: App.review.adopt()
            }

            Button {
                objectName: "abandonButton"
                visible: App.review.decision
                enabled: !App.review.busy
                text: qsTr("Abandon")
                //: Read aloud with the button "Abandon".
                Accessible.description: qsTr("Let it go")
                onClicked: App.review.abandon()
            }

            Button {
                id: later

                objectName: "notNowButton"
                flat: App.review.decision
                enabled: !App.review.busy
                text: qsTr("Not now")
                onClicked: snoozeMenu.open()

                SnoozeMenu {
                    id: snoozeMenu

                    y: later.height
                    onDayWanted: {
                        App.dayChoice.beginAhead("");
                        daySheet.open();
                    }
                }
            }

            Button {
                objectName: "nothingNewButton"
                visible: !App.review.decision
                enabled: !App.review.busy
                text: App.review.said ? qsTr("Done") : qsTr("Nothing new")
                onClicked: App.review.done()
            }
        }

        Label {
            width: parent.width
            visible: App.review.decision
            text: qsTr("Adapt: change it and go on. Adopt: it stays. Abandon: let it go.")
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }
    }

    PickDaySheet {
        id: daySheet

        objectName: "snoozeSheet"
        heading: qsTr("When should it come back?")
        onChosen: day => App.review.snoozeUntil(day)
    }

    DecisionSheet {
        objectName: "adaptSheet"
        form: App.review.form
    }
}
