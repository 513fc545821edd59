// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.MenuSeparator {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    verticalPadding: Theme.space1
    horizontalPadding: Theme.space3

    contentItem: Rectangle {
        implicitWidth: Theme.menu / 2
        implicitHeight: Theme.line
        color: Theme.hairline
    }
}
