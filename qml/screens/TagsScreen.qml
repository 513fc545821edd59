// SPDX-License-Identifier: Apache-2.0
// The journal's tags: how many entries carry each; another name, one made of two, none any more.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    objectName: "tagsScreen"

    Component.onCompleted: App.tags.show()
    Component.onDestruction: App.tags.leave()

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ScreenHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        canGoBack: true
        title: qsTr("Tags")
        onBack: root.back()
    }

    Notice {
        id: trouble

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.leftMargin: list.sideSpace
        anchors.rightMargin: list.sideSpace
        visible: text !== "" && !sheet.visible
        height: visible ? implicitHeight : 0
        text: App.tags.message
    }

    TagList {
        id: list

        objectName: "tagList"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: trouble.bottom
        anchors.bottom: parent.bottom
        focus: true
        onChosen: (tagId, name, entries) => sheet.show(tagId, name, entries)
    }

    Flickable {
        anchors.fill: list
        visible: App.tags.ready && App.tags.count === 0
        contentHeight: empty.y + empty.height + Theme.space8
        boundsBehavior: Flickable.StopAtBounds

        EmptyTags {
            id: empty

            x: Math.round((parent.width - width) / 2)
            y: Theme.space6
            width: Math.min(Theme.form, root.width - Theme.space8 * 2)
        }
    }

    TagCareSheet {
        id: sheet

        objectName: "tagSheet"
        onClosed: list.forceActiveFocus()
    }
}
