// SPDX-License-Identifier: Apache-2.0
// The settings: a list of groups and a page for each; side by side where there is room.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.App
import Pennydrop.Style

WorkspacePage {
    id: root

    // Where one is, and where one was before: of Places.
    property int place: Places.Settings
    property int before: Places.Journal
    // Whether there is room for list and page.
    property bool beside: false
    // Whether a key led here, so that what gets the keyboard shows it.
    property bool keyed: false
    readonly property int row: App.settingsGroups.indexOf(place)
    readonly property bool pageShown: row >= 0
    property bool ready: false
    property int lastRow: 0
    property bool pressedByKey: false

    objectName: "settingsScreen"

    function reason(): int {
        return root.keyed || root.pressedByKey ? Qt.TabFocusReason : Qt.OtherFocusReason;
    }

    function enterPage() {
        const shown = page.item as SettingsPage;
        if (shown) {
            shown.enter(root.reason());
        }
    }

    function enter() {
        if (!root.ready) {
            return;
        }
        const shown = page.item as SettingsPage;
        if (root.pageShown && shown && (shown.way || !root.beside)) {
            root.enterPage();
        } else {
            list.enter(root.lastRow, root.reason());
        }
    }

    // From elsewhere, with all told that is told from outside.
    function arrive() {
        root.ready = true;
        root.enter();
    }

    function goBack() {
        const control = root.Window.activeFocusItem as T.Control;
        root.pressedByKey = control !== null && control.visualFocus;
        root.back();
    }

    onRowChanged: {
        if (row >= 0) {
            lastRow = row;
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    FocusScope {
        id: groups

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: root.beside ? Math.min(Theme.list, Math.round(parent.width / 2)) : parent.width
        visible: root.beside || !root.pageShown
        // What had the keyboard may be gone from the screen.
        onVisibleChanged: root.enter()

        ScreenHeader {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            canGoBack: root.phone
            indent: list.sideSpace + Theme.space1
            title: qsTr("Settings")
            onBack: root.goBack()
        }

        SettingsList {
            id: list

            objectName: "settingsList"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            anchors.bottom: parent.bottom
            focus: true
            here: root.place
            beside: root.beside
            onAsked: (place, keyed) => {
                root.pressedByKey = keyed;
                root.asked(place);
                root.enterPage();
            }
        }

        Rectangle {
            anchors.right: parent.right
            width: Theme.line
            height: parent.height
            visible: root.beside
            color: Theme.hairline
        }
    }

    Loader {
        id: page

        anchors.left: root.beside ? groups.right : parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        sourceComponent: {
            switch (root.place) {
            case Places.SettingsSecurity:
                return securityPage;
            case Places.SettingsBackups:
                return backupsPage;
            case Places.SettingsWriting:
                return writingPage;
            case Places.SettingsReview:
                return reviewPage;
            case Places.SettingsLook:
                return lookPage;
            case Places.SettingsAbout:
                return aboutPage;
            default:
                return null;
            }
        }
    }

    Binding {
        target: page.item as SettingsPage
        property: "title"
        value: App.settingsGroups.labelOf(root.place)
    }

    Binding {
        target: page.item as SettingsPage
        property: "canGoBack"
        value: !root.beside
    }

    Binding {
        target: page.item as SettingsPage
        property: "cameFrom"
        value: root.before
    }

    Connections {
        target: page.item as SettingsPage

        function onBack() {
            root.goBack();
        }

        function onAsked(place) {
            root.asked(place);
        }
    }

    Component {
        id: securityPage

        SettingsPage {
            objectName: "securityPage"
            focus: true

            SecuritySettings {
                width: parent.width
            }

            KeySettings {
                width: parent.width
            }
        }
    }

    Component {
        id: backupsPage

        SettingsPage {
            objectName: "backupsPage"
            focus: true

            BackupSettings {
                width: parent.width
            }

            CheckSettings {
                width: parent.width
            }
        }
    }

    Component {
        id: writingPage

        SettingsPage {
            id: ways

            objectName: "writingPage"
            focus: true
            way: {
                switch (ways.cameFrom) {
                case Places.Questions:
                    return writing.way;
                case Places.Tags:
                    return tags.way;
                case Places.Bin:
                    return bin.way;
                default:
                    return null;
                }
            }

            WritingSettings {
                id: writing

                width: parent.width
                onAsked: ways.asked(Places.Questions)
            }

            TagSettings {
                id: tags

                width: parent.width
                onAsked: ways.asked(Places.Tags)
            }

            BinSettings {
                id: bin

                width: parent.width
                onAsked: ways.asked(Places.Bin)
            }
        }
    }

    Component {
        id: reviewPage

        SettingsPage {
            objectName: "reviewPage"
            focus: true

            ReviewSettings {
                width: parent.width
            }
        }
    }

    Component {
        id: lookPage

        SettingsPage {
            objectName: "lookPage"
            focus: true

            AppearanceSettings {
                width: parent.width
            }
        }
    }

    Component {
        id: aboutPage

        SettingsPage {
            objectName: "aboutPage"
            focus: true

            AboutSettings {
                width: parent.width
            }

            EraseJournalSettings {
                width: parent.width
                visible: !App.session.sample
            }
        }
    }
}
