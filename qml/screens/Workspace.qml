// SPDX-License-Identifier: Apache-2.0
// The open journal: where one is, and what lies beside or above it. Below 600 wide one thing at a time; from 600 a
// rail; from 900 list and entry side by side. All of it is destroyed when the journal is locked.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

FocusScope {
    id: root

    // The linter of Qt 6.4 does not know 64-bit numbers.
    readonly property double readEntry: App.reader.entryId // qmllint disable type
    readonly property bool phone: width < Theme.narrow
    readonly property bool twoPanes: way.roomy && way.paned
    // While a key leads back.
    property bool keyed: false
    readonly property bool detailOpen: App.editor.active || App.reader.shown
    readonly property bool mainShown: twoPanes || !detailOpen

    objectName: "workspace"
    focus: true

    function write(kind: int) {
        way.toList();
        App.pane.write(kind);
    }

    function go(place: int) {
        if (App.editor.active) {
            App.editor.finish();
        }
        if (!root.twoPanes || !way.isPaned(place)) {
            App.reader.close();
        }
        if (place === Places.Trends) {
            App.trends.unmark();
        }
        way.go(place);
        root.focusMain();
    }

    function goBack() {
        root.go(way.backPlace());
    }

    function back() {
        if (App.editor.active) {
            (detail.item as EditorScreen).leave();
        } else if (App.reader.shown) {
            App.reader.close();
        } else if (App.trends.marked) {
            App.trends.unmark();
        } else if (way.place !== Places.Journal) {
            root.goBack();
        }
    }

    function focusMain() {
        if (way.place === Places.Journal) {
            journal.focusList();
        } else {
            other.forceActiveFocus();
            const settings = other.item as SettingsScreen;
            if (settings) {
                settings.arrive();
            }
        }
    }

    Component.onCompleted: {
        if (!root.detailOpen) {
            journal.forceActiveFocus();
        }
    }

    Navigation {
        id: way

        roomy: root.width >= Theme.wide
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
            root.goBack();
        }

        function onAsked(place) {
            root.go(place);
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
        target: other.item as SettingsScreen
        property: "keyed"
        value: root.keyed
    }

    Binding {
        target: other.item as SettingsScreen
        property: "before"
        value: way.before
    }

    Binding {
        target: other.item as SettingsScreen
        property: "beside"
        value: way.roomy
    }

    Binding {
        target: other.item as SettingsScreen
        property: "place"
        value: way.place
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
        onActivated: root.go(Places.Search)
    }

    Shortcut {
        sequence: "Ctrl+R"
        onActivated: root.go(Places.Review)
    }

    Shortcut {
        sequence: "Ctrl+T"
        onActivated: root.go(Places.Trends)
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
        enabled: root.detailOpen || way.place !== Places.Journal
        onActivated: {
            root.keyed = true;
            root.back();
            root.keyed = false;
        }
    }

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top
        spacing: 0

        // Of rail and bar only the one that is shown is made.
        Loader {
            Layout.fillHeight: true
            active: !root.phone
            visible: active
            sourceComponent: NavigationRail {
                here: way.top // qmllint disable unqualified
                onAsked: place => root.go(place)
            }
        }

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: !root.twoPanes
            Layout.preferredWidth: Theme.list
            visible: root.mainShown

            JournalScreen {
                id: journal

                anchors.fill: parent
                visible: way.place === Places.Journal
                phone: root.phone
                shownEntry: root.twoPanes ? root.readEntry : 0
                onWritten: kind => root.write(kind)
                onOpened: entryId => App.pane.read(entryId)
                onAsked: place => root.go(place)
            }

            Loader {
                id: other

                anchors.fill: parent
                active: way.place !== Places.Journal
                sourceComponent: {
                    switch (way.place) {
                    case Places.Review:
                        return reviewPage;
                    case Places.Trends:
                        return trendsPage;
                    case Places.Search:
                        return searchPage;
                    case Places.Calendar:
                        return calendarPage;
                    case Places.Tags:
                        return tagsPage;
                    case Places.Bin:
                        return binPage;
                    case Places.Questions:
                        return questionsPage;
                    default:
                        return settingsPage;
                    }
                }
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

    Loader {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: visible ? implicitHeight : 0
        // Beside an entry it would only take its room, and a keyboard on the screen leaves none.
        visible: root.phone && root.mainShown && root.height > Theme.window
        active: root.phone
        sourceComponent: BottomBar {
            here: way.top // qmllint disable unqualified
            onAsked: place => root.go(place)
        }
    }

    Snackbar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: bar.top
        anchors.bottomMargin: Theme.space4
        width: Math.min(Theme.snackbar, parent.width - Theme.space4 * 2)
    }

    Component {
        id: reviewPage

        ReviewScreen {
            focus: true
        }
    }

    Component {
        id: calendarPage

        CalendarScreen {
            focus: true
        }
    }

    Component {
        id: tagsPage

        TagsScreen {
            focus: true
        }
    }

    Component {
        id: binPage

        BinScreen {
            focus: true
        }
    }

    Component {
        id: questionsPage

        QuestionsScreen {
            focus: true
        }
    }

    Component {
        id: trendsPage

        TrendsScreen {
            focus: true
        }
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
