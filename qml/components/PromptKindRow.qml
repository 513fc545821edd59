// SPDX-License-Identifier: Apache-2.0
// A kind of entry, and which set of questions is offered for it.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    required property int kind
    required property var names
    required property int chosen
    required property string questions

    width: parent ? parent.width : 0
    heading: App.vocabulary.kindLabel(kind)

    ComboBox {
        objectName: "promptSetBox" + root.kind
        width: parent.width
        enabled: !App.prompts.busy
        model: root.names
        currentIndex: root.chosen
        //: The question before a choice of sets, for a screen reader. %1: a kind of entry
        Accessible.name: qsTr("Questions offered for: %1").arg(root.heading)
        // A box forgets which of its rows is chosen when it gets others.
        onModelChanged: currentIndex = Qt.binding(() => root.chosen)
        onActivated: index => App.prompts.choose(root.kind, index)
    }

    Label {
        objectName: "promptSetQuestions" + root.kind
        width: parent.width
        text: root.questions
        font.family: Theme.bookFamily
        color: Theme.textSecondary
    }
}
