// SPDX-License-Identifier: Apache-2.0
// What more may be said of an entry. Nothing here has to be; what is pressed again is taken back.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SheetForm {
    id: root

    readonly property EditedDetails details: App.editor.details
    readonly property bool barrier: App.editor.kind === EntryKinds.Barrier

    heading: barrier ? qsTr("More about this barrier") : qsTr("More")

    FormQuestion {
        visible: root.barrier
        question: qsTr("How does it stand?")

        StateChip {
            barrierState: 1
            accent: Theme.barrier
            on: root.details.state === barrierState
            onClicked: root.details.state = on ? 0 : barrierState
        }

        StateChip {
            barrierState: 2
            accent: Theme.barrier
            on: root.details.state === barrierState
            onClicked: root.details.state = on ? 0 : barrierState
        }

        StateChip {
            barrierState: 3
            accent: Theme.barrier
            on: root.details.state === barrierState
            onClicked: root.details.state = on ? 0 : barrierState
        }
    }

    FormQuestion {
        visible: root.barrier
        question: qsTr("What would have to move?")

        ToggleChip {
            objectName: "needsLeadership"
            accent: Theme.barrier
            text: qsTr("Leadership")
            on: root.details.needsLeadership
            onClicked: root.details.needsLeadership = !root.details.needsLeadership
        }

        ToggleChip {
            objectName: "needsCulture"
            accent: Theme.barrier
            text: qsTr("Culture")
            on: root.details.needsCulture
            onClicked: root.details.needsCulture = !root.details.needsCulture
        }

        ToggleChip {
            objectName: "needsSystems"
            accent: Theme.barrier
            text: qsTr("Systems")
            on: root.details.needsSystems
            onClicked: root.details.needsSystems = !root.details.needsSystems
        }
    }

    FormQuestion {
        visible: root.barrier
        question: qsTr("Is the way known?")

        ProblemChip {
            problem: 1
            accent: Theme.barrier
            on: root.details.problem === problem
            onClicked: root.details.problem = on ? 0 : problem
        }

        ProblemChip {
            problem: 2
            accent: Theme.barrier
            on: root.details.problem === problem
            onClicked: root.details.problem = on ? 0 : problem
        }

        ProblemChip {
            problem: 3
            accent: Theme.barrier
            on: root.details.problem === problem
            onClicked: root.details.problem = on ? 0 : problem
        }
    }

    FormQuestion {
        visible: root.barrier
        question: qsTr("Which power could shift it?")

        PowerChip {
            power: 1
            accent: Theme.barrier
            on: root.details.power === power
            onClicked: root.details.power = on ? 0 : power
        }

        PowerChip {
            power: 2
            accent: Theme.barrier
            on: root.details.power === power
            onClicked: root.details.power = on ? 0 : power
        }

        PowerChip {
            power: 3
            accent: Theme.barrier
            on: root.details.power === power
            onClicked: root.details.power = on ? 0 : power
        }
    }

    NoteQuestion {
        fieldName: "meaningField"
        question: qsTr("What does it mean for the people served?")
        words: root.details.meaning
        onTyped: words => root.details.meaning = words
    }

    NoteQuestion {
        fieldName: "askField"
        visible: root.barrier
        question: qsTr("What could somebody do differently that would help?")
        words: root.details.ask
        onTyped: words => root.details.ask = words
    }

    Column {
        width: parent.width
        visible: root.barrier
        spacing: Theme.space2

        Label {
            width: parent.width
            text: qsTr("Whom would you ask? A role, not a name.")
            font.pixelSize: Theme.label
            color: Theme.textSecondary
        }

        TextField {
            id: role

            objectName: "askRoleField"
            width: parent.width
            maximumLength: 100
            inputMethodHints: Qt.ImhSensitiveData
            Accessible.name: qsTr("Whom would you ask? A role, not a name.")
            Component.onCompleted: text = root.details.askRole
            onTextChanged: root.details.askRole = text

            Connections {
                target: root.details

                function onAskChanged() {
                    if (role.text !== root.details.askRole) {
                        role.text = root.details.askRole;
                    }
                }
            }
        }
    }

    Button {
        objectName: "detailsDoneButton"
        width: parent.width
        text: qsTr("Done")
        onClicked: root.closeAsked()
    }
}
