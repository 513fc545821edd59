// SPDX-License-Identifier: Apache-2.0
// Light or dark, and how large the text is.
import QtQuick
import QtQuick.Layouts
import Pennydrop.App
import Pennydrop.Style

Column {
    id: root

    spacing: Theme.space8

    SettingsCard {
        width: parent.width
        heading: qsTr("Light or dark")

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
    }

    SettingsCard {
        id: sizeCard

        width: parent.width
        heading: qsTr("Text size")

        RowLayout {
            width: parent.width
            spacing: Theme.space4

            Slider {
                id: size

                objectName: "textSizeSlider"
                Layout.fillWidth: true
                from: App.settings.smallestTextScale
                to: App.settings.largestTextScale
                stepSize: App.settings.textScaleStep
                snapMode: Slider.SnapAlways
                value: App.settings.textScale
                Accessible.name: sizeCard.heading
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
                //: A size in per cent
                text: qsTr("%1 %").arg(Math.round(size.value * 100))
                color: Theme.textSecondary
            }
        }

        Label {
            width: parent.width
            text: qsTr("This is how large an entry reads.")
            font.pixelSize: Math.round(16 * size.value)
            color: Theme.textSecondary
        }
    }
}
