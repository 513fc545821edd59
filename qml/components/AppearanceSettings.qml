// SPDX-License-Identifier: Apache-2.0
// Light or dark, and how large the text is.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

SettingsCard {
    id: root

    heading: qsTr("Appearance")

    Column {
        width: parent.width
        spacing: 0

        RadioButton {
            objectName: "themeSystem"
            width: parent.width
            text: qsTr("As the system has it")
            checked: App.settings.themeMode === AppSettings.System
            onToggled: App.settings.themeMode = AppSettings.System
        }

        RadioButton {
            objectName: "themeLight"
            width: parent.width
            text: qsTr("Light")
            checked: App.settings.themeMode === AppSettings.Light
            onToggled: App.settings.themeMode = AppSettings.Light
        }

        RadioButton {
            objectName: "themeDark"
            width: parent.width
            text: qsTr("Dark")
            checked: App.settings.themeMode === AppSettings.Dark
            onToggled: App.settings.themeMode = AppSettings.Dark
        }
    }

    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    RowLayout {
        width: parent.width
        spacing: Theme.space3

        Label {
            id: sizeLabel

            Layout.fillWidth: true
            text: qsTr("Text size")
        }

        Label {
            //: A size in per cent
            text: qsTr("%1 %").arg(Math.round(size.value * 100))
            color: Theme.textSecondary
        }
    }

    Slider {
        id: size

        objectName: "textSizeSlider"
        width: parent.width
        from: App.settings.smallestTextScale
        to: App.settings.largestTextScale
        stepSize: App.settings.textScaleStep
        snapMode: Slider.SnapAlways
        value: App.settings.textScale
        Accessible.name: sizeLabel.text
        // Taken when the thumb is let go, so that the page does not grow under it.
        onPressedChanged: {
            if (!pressed) {
                App.settings.textScale = value;
            }
        }
        onMoved: {
            if (!pressed) {
                App.settings.textScale = value;
            }
        }
    }

    Label {
        width: parent.width
        text: qsTr("This is how large an entry reads.")
        font.pixelSize: Math.round(16 * size.value)
        color: Theme.textSecondary
    }
}
