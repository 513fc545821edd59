// SPDX-License-Identifier: Apache-2.0
// Writing: the cursor is in the one text field at once. The kind stands above it; theme, level, time and a question are
// quiet chips below. What is written is kept by itself; leaving never asks.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    property bool asking: false
    // Room for the text comes before anything beside it.
    readonly property bool compact: width < Theme.scaled(360)
    readonly property bool titled: width >= Theme.scaled(520)
    readonly property bool undoInMenu: width < Theme.scaled(320)
    // Below the line being written there is always room for a word about earlier entries, so that it covers nothing.
    readonly property bool roomy: scroller.height >= Theme.scaled(220)
    readonly property string trouble: App.editor.status === EntryEditor.Failed ? App.editor.statusText : ""

    objectName: "editorScreen"

    // Escape and the back key: an empty new entry leaves nothing behind.
    function leave() {
        if (App.editor.isNew && App.editor.isBlank()) {
            App.editor.discard();
        } else {
            App.editor.finish();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: root.phone ? Theme.background : Theme.surface
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenHeader {
            Layout.fillWidth: true
            canGoBack: true
            closes: !root.phone
            backText: qsTr("Back. What you wrote is kept")
            title: !root.titled ? "" : App.editor.isNew ? qsTr("New entry") : qsTr("Change the entry")
            onBack: root.leave()

            EditorStatus {
                visible: !root.compact
                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            }

            ToolButton {
                objectName: "undoTextButton"
                visible: !root.undoInMenu
                enabled: field.canUndo
                text: qsTr("Undo")
                icon.source: Theme.iconSource("undo")
                directional: true
                onClicked: {
                    field.undo();
                    field.forceActiveFocus();
                }
            }

            ToolButton {
                objectName: "redoTextButton"
                visible: !root.undoInMenu
                enabled: field.canRedo
                text: qsTr("Redo")
                icon.source: Theme.iconSource("redo")
                directional: true
                onClicked: {
                    field.redo();
                    field.forceActiveFocus();
                }
            }

            ToolButton {
                id: more

                objectName: "editorMoreButton"
                text: qsTr("More")
                icon.source: Theme.iconSource("more")
                onClicked: moreMenu.open()

                Menu {
                    id: moreMenu

                    y: more.height
                    x: more.width - width
                    modal: true

                    MenuItem {
                        objectName: "undoTextItem"
                        visible: root.undoInMenu
                        height: visible ? implicitHeight : 0
                        enabled: field.canUndo
                        icon.source: Theme.iconSource("undo")
                        text: qsTr("Undo")
                        onTriggered: field.undo()
                    }

                    MenuItem {
                        objectName: "redoTextItem"
                        visible: root.undoInMenu
                        height: visible ? implicitHeight : 0
                        enabled: field.canRedo
                        icon.source: Theme.iconSource("redo")
                        text: qsTr("Redo")
                        onTriggered: field.redo()
                    }

                    MenuItem {
                        objectName: "discardItem"
                        danger: true
                        icon.source: Theme.iconSource("delete")
                        text: App.editor.isNew ? qsTr("Throw this away") : qsTr("Throw these changes away")
                        onTriggered: App.editor.discard()
                    }
                }
            }

            Button {
                objectName: "editorDoneButton"
                highlighted: true
                horizontalPadding: Theme.space4
                text: qsTr("Done")
                onClicked: App.editor.finish()
            }

            Item {
                width: Theme.space2
                height: Theme.space2
            }
        }

        Flickable {
            id: scroller

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentWidth: width
            contentHeight: Math.max(height, page.y + page.implicitHeight)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            readonly property real below: root.roomy ? similar.implicitHeight + Theme.space4 : Theme.space6

            function bringCursorIntoView() {
                const line = field.mapToItem(scroller.contentItem, field.cursorRectangle);
                if (line.y - Theme.space4 < contentY) {
                    contentY = Math.max(0, line.y - Theme.space4);
                } else if (line.y + line.height + below > contentY + height) {
                    contentY = line.y + line.height + below - height;
                }
            }

            onHeightChanged: bringCursorIntoView()

            // A press below the text puts the cursor at its end.
            TapHandler {
                onTapped: eventPoint => {
                    if (files.visible && files.contains(files.mapFromItem(null, eventPoint.scenePosition))) {
                        return;
                    }
                    field.forceActiveFocus();
                    field.cursorPosition = field.length;
                }
            }

            Column {
                id: page

                readonly property real side: root.phone ? Theme.space4 : Theme.space8

                x: Math.max(side, Math.round((scroller.width - Theme.column) / 2))
                width: scroller.width - x * 2
                y: Theme.space2
                spacing: Theme.space4

                KindSwitch {
                    width: Math.min(parent.width, implicitWidth)
                    kind: App.editor.kind
                    onChosen: kind => {
                        App.editor.kind = kind;
                        field.forceActiveFocus();
                    }
                }

                Notice {
                    width: parent.width
                    danger: false
                    visible: App.editor.restored
                    text: qsTr("This is what you were writing when Pennydrop was interrupted. Nothing was lost.")
                }

                Notice {
                    objectName: "editorTrouble"
                    width: parent.width
                    text: root.trouble
                }

                EditorStatus {
                    visible: root.compact
                }

                EditorField {
                    id: field

                    objectName: "editorText"
                    width: parent.width
                    bottomPadding: files.visible ? Theme.space4 : scroller.below
                    placeholderText: {
                        switch (App.editor.kind) {
                        case EntryKinds.LightBulb:
                            return qsTr("What fell into place?");
                        case EntryKinds.Barrier:
                            return qsTr("What stands in the way?");
                        default:
                            return qsTr("What happened?");
                        }
                    }
                    onCursorRectangleChanged: scroller.bringCursorIntoView()
                }

                EditorFiles {
                    id: files

                    width: parent.width
                    bottomPadding: scroller.below
                }
            }

            DropArea {
                parent: scroller
                anchors.fill: parent
                keys: ["text/uri-list"]
                onDropped: drop => App.editor.adder.add(drop.urls)
            }
        }

        // Takes no room of its own: nothing moves when it comes or goes.
        Item {
            Layout.fillWidth: true
            Layout.leftMargin: page.x
            Layout.rightMargin: page.x

            SimilarLine {
                id: similar

                anchors.bottom: parent.top
                anchors.bottomMargin: Theme.space2
                width: Math.min(implicitWidth, parent.width)
                visible: root.roomy && App.similar.offered && !foot.asks
                onAsked: similarSheet.open()
                onDismissed: {
                    App.similar.dismiss();
                    field.forceActiveFocus();
                }
            }

            SimilarSheet {
                id: similarSheet

                objectName: "similarSheet"
                onClosed: field.forceActiveFocus()
            }
        }

        EditorFoot {
            id: foot

            Layout.fillWidth: true
            Layout.leftMargin: page.x
            Layout.rightMargin: page.x
            Layout.bottomMargin: Theme.space2
            asking: root.asking
            roomy: root.height >= Theme.scaled(440)
            onFileWanted: files.choose()
            onAskingWanted: asking => root.asking = asking
            onFieldWanted: field.forceActiveFocus()
        }
    }
}
