// SPDX-License-Identifier: Apache-2.0
// The window. It shows what the state of the journal's lock asks for, and only that exists: a screen with a person's
// text is destroyed, not hidden, when the journal is locked. The title names the journal's file, never what is in
// it.
import QtQuick
import Pennydrop.App
import Pennydrop.Style

ApplicationWindow {
    id: root

    objectName: "mainWindow"
    visible: true
    width: 1040
    height: 760
    minimumWidth: Theme.window
    minimumHeight: Theme.window
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    //: The title of the window. %1: the name of the journal's file
    title: App.session.journalName === "" ? qsTr("Pennydrop") : qsTr("Pennydrop – %1").arg(App.session.journalName)

    property Component workspaceType: null
    readonly property bool workspaceBroken: workspaceType !== null && workspaceType.status === Component.Error
    // Whether what the state of the journal asks for is there.
    readonly property bool complete: App.session.state !== Session.Open || workspace.visible
    readonly property int applicationState: Application.state

    onApplicationStateChanged: root.updateCover()
    onWorkspaceBrokenChanged: {
        if (workspaceBroken) {
            console.error(workspaceType.errorString());
            Qt.exit(1);
        }
    }
    onClosing: close => {
        close.accepted = App.end.mayEnd();
    }

    function updateCover() {
        cover.visible = applicationState !== Qt.ApplicationActive && App.settings.coverWhenInactive
                && (App.session.state !== Session.Locked || App.lockedNote.writing);
    }

    // A journal may open while another program is in front already.
    Connections {
        target: App.session

        function onStateChanged() {
            root.updateCover();
        }
    }

    Connections {
        target: App.lockedNote

        function onChanged() {
            root.updateCover();
        }
    }

    Connections {
        target: App.end

        function onPossible() {
            root.close();
        }
    }

    Binding {
        target: Theme
        property: "dark"
        value: App.settings.dark
    }

    Binding {
        target: Theme
        property: "textScale"
        value: App.settings.textScale
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: App.settings.reducedMotion
    }

    // Of the whole application: an open menu or sheet keeps the shortcuts of the window to itself.
    Shortcut {
        sequence: "Ctrl+L"
        context: Qt.ApplicationShortcut
        onActivated: {
            App.lockedNote.leave();
            App.session.lock();
        }
    }

    // The open journal is the largest screen. Its types are loaded while a person looks at the first one; it is put together
    // between frames, so that nothing stutters; until it is there the starting screen stands in for it.
    Connections {
        target: root
        enabled: root.workspaceType === null

        function onFrameSwapped() {
            root.workspaceType = Qt.createComponent("Workspace.qml", Component.Asynchronous, root);
        }
    }

    Loader {
        id: workspace

        readonly property bool wanted: App.session.state === Session.Open

        anchors.fill: parent
        active: wanted && root.workspaceType !== null && root.workspaceType.status === Component.Ready
        asynchronous: true
        visible: status === Loader.Ready
        sourceComponent: root.workspaceType
        onLoaded: {
            workspace.focus = true;
            workspace.forceActiveFocus();
        }
    }

    Loader {
        id: page

        anchors.fill: parent
        focus: !workspace.visible
        active: !workspace.visible
        sourceComponent: {
            switch (App.session.state) {
            case Session.FirstRun:
                return firstRunPage;
            case Session.RecoveryCode:
                return recoveryPage;
            case Session.Locked:
                return App.lockedNote.writing ? lockedNotePage : lockPage;
            case Session.NewPassphrase:
                return newPassphrasePage;
            case Session.Rescue:
                return rescuePage;
            case Session.Sealing:
                return sealingPage;
            case Session.Erasing:
                return erasingPage;
            case Session.Unavailable:
                return unavailablePage;
            default:
                return startingPage;
            }
        }
        onLoaded: page.forceActiveFocus()
    }

    // Task switchers and overviews show live pictures of windows. While another program is in front they see this.
    Rectangle {
        id: cover

        objectName: "cover"
        // Above sheets and menus too, which lie over the content.
        parent: root.contentItem.parent
        z: 2000000
        anchors.fill: parent
        visible: false
        color: Theme.background

        PennyMark {
            anchors.centerIn: parent
        }
    }

    Component {
        id: startingPage

        StartingScreen {}
    }

    Component {
        id: firstRunPage

        FirstRunScreen {
            focus: true
        }
    }

    Component {
        id: recoveryPage

        RecoveryScreen {
            focus: true
        }
    }

    Component {
        id: lockPage

        LockScreen {
            focus: true
        }
    }

    Component {
        id: lockedNotePage

        LockedNoteScreen {
            focus: true
        }
    }

    Component {
        id: newPassphrasePage

        NewPassphraseScreen {
            focus: true
        }
    }

    Component {
        id: rescuePage

        RescueScreen {
            focus: true
        }
    }

    Component {
        id: sealingPage

        SealingScreen {
            focus: true
        }
    }

    Component {
        id: erasingPage

        ErasingScreen {
            focus: true
        }
    }

    Component {
        id: unavailablePage

        UnavailableScreen {
            focus: true
        }
    }
}
