// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Templates as T

T.ApplicationWindow {
    id: control

    color: Theme.background

    palette.window: Theme.background
    palette.windowText: Theme.text
    palette.base: Theme.surface
    palette.text: Theme.text
    palette.button: Theme.surface
    palette.buttonText: Theme.text
    palette.highlight: Theme.primary
    palette.highlightedText: Theme.primaryInk
    palette.placeholderText: Theme.textSecondary
    palette.mid: Theme.outline
    palette.dark: Theme.textSecondary
    palette.light: Theme.hairline
    palette.link: Theme.primary
}
