// SPDX-License-Identifier: Apache-2.0
// A photo or file: its thumbnail, its name, its size, and a menu. A press shows a picture large, and opens the menu of any
// other file.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

T.Button {
    id: root

    required property int index
    required property double fileId
    required property string name
    required property string size
    required property string spoken
    required property bool picture
    required property var thumbnail // a QImage, which QML has no name for
    readonly property FileFlow tiles: parent as FileFlow

    objectName: "fileTile" + index
    width: tiles ? tiles.tileWidth : 0
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.touchSize, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space2
    hoverEnabled: true
    Accessible.name: spoken
    Accessible.onPressAction: root.clicked()
    onClicked: {
        if (root.picture) {
            root.tiles.lookAsked(root.fileId, root.name);
        } else {
            (root.contentItem as FileTileContent).openMenu();
        }
    }

    contentItem: FileTileContent {
        index: root.index
        name: root.name
        size: root.size
        picture: root.picture
        thumbnail: root.thumbnail
        onCopyAsked: root.tiles.copyAsked(root.fileId, root.name)
        onDeleteAsked: root.tiles.deleteAsked(root.fileId)
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        border.width: Theme.line
        border.color: Theme.hairline

        FocusRing {
            shown: root.visualFocus
            gap: -Theme.strongLine
        }
    }
}
