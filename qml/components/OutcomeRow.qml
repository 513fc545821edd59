// SPDX-License-Identifier: Apache-2.0
// One way in which something decided for now may end, by its place in the list.
import QtQuick
import Pennydrop.App

ChoiceRow {
    id: root

    required property int index
    required property DecisionForm form
    readonly property int outcome: index + 1

    objectName: "outcome" + outcome
    width: parent ? parent.width : 0
    text: App.lifeWords.outcomeLabel(outcome)
    help: App.lifeWords.outcomeHelp(outcome)
    chosen: root.form.outcome === outcome
    onClicked: root.form.outcome = outcome
}
