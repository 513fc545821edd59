// SPDX-License-Identifier: Apache-2.0
// How the barrier being read stands: one press changes it. Below, how it came there.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space2

    SectionTitle {
        width: parent.width
        text: qsTr("How it stands")
    }

    Flow {
        x: -Theme.focusGap
        width: parent.width + Theme.focusGap * 2
        spacing: Theme.space1

        StateChip {
            barrierState: 1
            accent: Theme.barrier
            on: App.reader.state === barrierState
            onClicked: App.life.barrier.setState(barrierState)
        }

        StateChip {
            barrierState: 2
            accent: Theme.barrier
            on: App.reader.state === barrierState
            onClicked: App.life.barrier.setState(barrierState)
        }

        StateChip {
            barrierState: 3
            accent: Theme.barrier
            on: App.reader.state === barrierState
            onClicked: App.life.barrier.setState(barrierState)
        }
    }

    Notice {
        width: parent.width
        text: App.life.barrier.message
    }

    Column {
        width: parent.width
        visible: App.life.barrier.count > 0
        spacing: Theme.space1

        Repeater {
            model: App.life.barrier

            StateChangeRow {}
        }
    }

    Label {
        width: parent.width
        visible: text !== ""
        text: App.life.barrier.clearedAfter
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }
}
