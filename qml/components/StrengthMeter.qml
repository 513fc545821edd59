// SPDX-License-Identifier: Apache-2.0
// How hard a passphrase is to guess: five bars, and the estimator's words, which are what counts.
import QtQuick
import Pennydrop.Style

Column {
    id: root

    required property int score
    required property string label
    required property string hint
    required property bool acceptable

    spacing: Theme.space2

    Row {
        id: bars

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space1

        StrengthBar {
            width: (bars.width - bars.spacing * 4) / 5
            lit: root.score >= 0
            strong: root.acceptable
        }

        StrengthBar {
            width: (bars.width - bars.spacing * 4) / 5
            lit: root.score >= 1
            strong: root.acceptable
        }

        StrengthBar {
            width: (bars.width - bars.spacing * 4) / 5
            lit: root.score >= 2
            strong: root.acceptable
        }

        StrengthBar {
            width: (bars.width - bars.spacing * 4) / 5
            lit: root.score >= 3
            strong: root.acceptable
        }

        StrengthBar {
            width: (bars.width - bars.spacing * 4) / 5
            lit: root.score >= 4
            strong: root.acceptable
        }
    }

    Label {
        anchors.left: parent.left
        anchors.right: parent.right
        text: root.label
        font.pixelSize: Theme.label
        font.weight: Font.DemiBold
        color: root.acceptable ? Theme.primary : Theme.setback
    }

    Label {
        anchors.left: parent.left
        anchors.right: parent.right
        visible: text !== ""
        text: root.hint
        font.pixelSize: Theme.label
        color: Theme.textSecondary
    }
}
