// SPDX-License-Identifier: Apache-2.0
// The open list of a ComboBox.
import QtQuick
import QtQuick.Templates as T

ListView {
    id: root

    required property T.ComboBox control

    clip: true
    implicitHeight: contentHeight
    model: root.control.delegateModel // qmllint disable type
    currentIndex: root.control.highlightedIndex
    highlightMoveDuration: 0
    T.ScrollBar.vertical: ScrollBar {}
}
