// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.DialogButtonBox {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    contentWidth: (contentItem as ListView).contentWidth
    spacing: Theme.space2
    padding: Theme.space4
    alignment: Qt.AlignRight

    delegate: Button {
        flat: true
    }

    contentItem: ListView {
        implicitWidth: contentWidth
        implicitHeight: Theme.touchSize
        model: control.contentModel
        spacing: control.spacing
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        interactive: false
    }
}
