// SPDX-License-Identifier: Apache-2.0
// The open journal: where one is, and what lies beside or above it. Below 600 wide one thing at a time; from 600 a
// rail; from 900 list and entry side by side. All of it is destroyed when the journal is locked.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    enum Place {
        Journal,
        Search,
        Settings
    }

    property int place: Workspace.Journal
    // The linter of Qt 6.4 does not know 64-bit numbers.
    readonly property double readEntry: App.reader.entryId // qmllint disable
    readonly property bool phone: width < Theme.narrow
    readonly property bool twoPanes: width >= Theme.wide && place !== Workspace.Settings
    readonly property bool detailOpen: App.editor.active || App.reader.shown
    readonly property bool mainShown: twoPanes || !detailOpen

    objectName: "workspace"

    function write(kind: int) {
        if (root.place === Workspace.Settings) {
            root.place = Workspace.Journal;
        }
        App.pane.write(kind);
    }

    function go(place: int) {
        if (App.editor.active) {
            App.editor.finish();
        }
        if (root.phone || place === Workspace.Settings || root.place === Workspace.Settings) {
            App.reader.close();
        }
        root.place = place;
        root.focusMain();
    }

    function back() {
        if (App.editor.active) {
            (detail.item as EditorScreen).leave();
        } else if (App.reader.shown) {
            App.reader.close();
        } else if (root.place !== Workspace.Journal) {
            root.go(Workspace.Journal);
        }
    }

    function focusMain() {
        if (root.place === Workspace.Journal) {
            journal.focusList();
        } else {
            other.forceActiveFocus();
        }
    }

    Component.onCompleted: {
        if (!root.detailOpen) {
            journal.forceActiveFocus();
        }
    }

    Binding {
        target: App.pane
        property: "besideList"
        value: root.twoPanes
    }

    Connections {
        target: other.item as WorkspacePage

        function onOpened(entryId) {
            App.pane.read(entryId);
        }

        function onBack() {
            root.go(Workspace.Journal);
        }
    }

    Binding {
        target: other.item as WorkspacePage
        property: "phone"
        value: root.phone
    }

    Binding {
        target: other.item as WorkspacePage
        property: "shownEntry"
        value: root.twoPanes ? root.readEntry : 0
    }

    Binding {
        target: detail.item as WorkspacePage
        property: "phone"
        value: root.phone
    }

    Shortcut {
        sequences: ["Ctrl+1", "Ctrl+N"]
        onActivated: root.write(EntryKinds.Setback)
    }

    Shortcut {
        sequence: "Ctrl+2"
        onActivated: root.write(EntryKinds.LightBulb)
    }

    Shortcut {
        sequence: "Ctrl+3"
        onActivated: root.write(EntryKinds.Barrier)
    }

    Shortcut {
        sequence: "Ctrl+F"
        onActivated: root.go(Workspace.Search)
    }

    Shortcut {
        sequence: "Ctrl+E"
        enabled: App.reader.shown && !App.editor.active
        onActivated: App.editor.edit(root.readEntry)
    }

    // While writing, undo is the text's.
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: App.removal.pending && !App.editor.active
        onActivated: App.removal.undo()
    }

    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: App.editor.active
        onActivated: App.editor.finish()
    }

    Shortcut {
        sequences: ["Escape", "Back"]
        enabled: root.detailOpen || root.place !== Workspace.Journal
        onActivated: root.back()
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        NavigationRail {
            Layout.fillHeight: true
            visible: !root.phone
            inJournal: root.place === Workspace.Journal
            inSearch: root.place === Workspace.Search
            inSettings: root.place === Workspace.Settings
            onJournalAsked: root.go(Workspace.Journal)
            onSearchAsked: root.go(Workspace.Search)
            onSettingsAsked: root.go(Workspace.Settings)
        }

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: !root.twoPanes
            Layout.preferredWidth: Theme.list
            visible: root.mainShown

            JournalScreen {
                id: journal

                anchors.fill: parent
                visible: root.place === Workspace.Journal
                phone: root.phone
                shownEntry: root.twoPanes ? root.readEntry : 0
                onWritten: kind => root.write(kind)
                onOpened: entryId => App.pane.read(entryId)
                onSearchAsked: root.go(Workspace.Search)
                onSettingsAsked: root.go(Workspace.Settings)
            }

            Loader {
                id: other

                anchors.fill: parent
                active: root.place !== Workspace.Journal
                sourceComponent: root.place === Workspace.Search ? searchPage : settingsPage
                onLoaded: other.forceActiveFocus()
            }

            Rectangle {
                anchors.right: parent.right
                width: Theme.line
                height: parent.height
                visible: root.twoPanes
                color: Theme.hairline
            }
        }

        Loader {
            id: detail

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.detailOpen || root.twoPanes
            active: visible
            sourceComponent: App.editor.active ? editorPage : App.reader.shown ? entryPage : restPage
            onLoaded: {
                if (root.detailOpen) {
                    detail.forceActiveFocus();
                } else {
                    root.focusMain();
                }
            }
            onActiveChanged: {
                if (!active) {
                    root.focusMain();
                }
            }
        }
    }

    Snackbar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space4
        width: Math.min(Theme.snackbar, parent.width - Theme.space4 * 2)
    }

    Component {
        id: searchPage

        SearchScreen {
            focus: true
        }
    }

    Component {
        id: settingsPage

        SettingsScreen {
            focus: true
        }
    }

    Component {
        id: editorPage

        EditorScreen {
            focus: true
        }
    }

    Component {
        id: entryPage

        EntryScreen {
            focus: true
        }
    }

    Component {
        id: restPage

        RestPane {}
    }
}
