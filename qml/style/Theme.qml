// SPDX-License-Identifier: Apache-2.0
// Every colour, size, duration and font of the front end. Main.qml binds dark, textScale and reducedMotion to the
// person's settings; the rest follows. Colours and their contrasts are those of the design's table.
pragma Singleton

import QtQuick

QtObject {
    id: root

    // What the person or the system chose.
    property bool dark: false
    property real textScale: 1
    property bool reducedMotion: false

    // Ground and ink.
    readonly property color background: dark ? "#14171C" : "#FAF8F5"
    readonly property color surface: dark ? "#1D2128" : "#FFFFFF"
    readonly property color raised: dark ? "#272C35" : "#FFFFFF"
    readonly property color text: dark ? "#ECEBE7" : "#1F2430"
    readonly property color textSecondary: dark ? "#A9AFBC" : "#5A6072"
    readonly property color outline: "#767C8A"
    readonly property color hairline: dark ? "#30363F" : "#E7E1D8"

    // Accents. "Ink" is what is legible on the accent itself.
    readonly property color primary: dark ? "#8CC7C3" : "#2F5D62"
    readonly property color primaryInk: dark ? "#14171C" : "#FFFFFF"
    readonly property color setback: dark ? "#F0A07A" : "#A84A22"
    readonly property color lightBulb: dark ? "#F4C95D" : "#7D5800"
    readonly property color glow: "#F4C95D"
    readonly property color barrier: dark ? "#A9B6EE" : "#46558F"
    readonly property color danger: dark ? "#F2B8B5" : "#B3261E"
    readonly property color dangerInk: dark ? "#14171C" : "#FFFFFF"

    // Derived states.
    readonly property color primaryHover: mix(primary, text, 0.12)
    readonly property color primaryPressed: mix(primary, text, 0.26)
    readonly property color primaryTint: mix(surface, primary, dark ? 0.16 : 0.08)
    readonly property color dangerHover: mix(danger, text, 0.12)
    readonly property color dangerPressed: mix(danger, text, 0.26)
    readonly property color dangerTint: mix(surface, danger, dark ? 0.14 : 0.07)
    readonly property color setbackTint: mix(surface, setback, tintStrength)
    // The light bulb's ink is brown on white, so its tint is mixed from the yellow it stands for.
    readonly property color lightBulbTint: mix(surface, glow, dark ? tintStrength : 0.24)
    readonly property color barrierTint: mix(surface, barrier, tintStrength)
    readonly property color hover: fade(text, dark ? 0.06 : 0.045)
    readonly property color pressed: fade(text, dark ? 0.12 : 0.09)
    readonly property color selection: fade(primary, dark ? 0.40 : 0.24)
    readonly property color focusRing: primary
    readonly property color disabledFill: mix(background, text, dark ? 0.12 : 0.09)
    readonly property color disabledInk: mix(background, text, 0.5)
    readonly property color scrim: dark ? "#A6000000" : "#66191C24"
    readonly property color shadow: dark ? "#18000000" : "#0A3A2F1E"
    readonly property color inverse: dark ? "#ECEBE7" : "#1F2430"
    readonly property color inverseInk: dark ? "#1F2430" : "#FAF8F5"
    readonly property color inverseAccent: dark ? "#2F5D62" : "#8CC7C3"
    readonly property real tintStrength: dark ? 0.15 : 0.09

    // Spacing, in steps of four.
    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space6: 24
    readonly property int space8: 32
    readonly property int space12: 48

    // Sizes.
    readonly property int touchSize: 48
    readonly property int radius: 12
    readonly property int radiusSmall: 8
    readonly property int line: 1
    readonly property int strongLine: 2
    readonly property int focusGap: 2
    readonly property int icon: scaled(24)
    readonly property int iconSmall: scaled(18)
    readonly property int iconTiny: scaled(16)
    readonly property int iconLarge: scaled(32)
    readonly property int mark: 72
    readonly property int chipHeight: Math.max(36, scaled(36))
    readonly property int handle: 24
    readonly property int dot: Math.min(9, scaled(6))
    readonly property int calendar: 520
    readonly property int track: 4
    readonly property int narrow: 600
    readonly property int wide: 900
    readonly property int rail: Math.round(80 * Math.min(textScale, 1.5))
    readonly property int list: Math.round(400 * Math.min(Math.max(textScale, 1), 1.25))
    readonly property int column: 680
    readonly property int form: 440
    readonly property int menu: 280
    readonly property int snackbar: 560
    readonly property int window: 320

    // Type. Titles are set in a book face where the script has one; what people write stays in the
    // application's own font, which knows every script.
    readonly property string bookFamily: Application.layoutDirection === Qt.RightToLeft
                                         ? Application.font.family : "Noto Serif"
    readonly property string codeFamily: "monospace"
    // Grows less than the rest: at twice its size a single word would be wider than a phone.
    readonly property int display: Math.round(28 * Math.min(textScale, 1.6))
    readonly property int title: scaled(20)
    readonly property int body: scaled(16)
    readonly property int label: scaled(14)
    readonly property int small: scaled(12)
    // As shares of the font's own line, which is 1.36 em in Noto: 1.45 em for reading, 1.3 em for headings.
    readonly property real lineHeight: 1.07
    readonly property real lineHeightTight: 0.96

    // Motion, in milliseconds.
    readonly property int fast: reducedMotion ? 0 : 120
    readonly property int normal: reducedMotion ? 0 : 160
    readonly property int slow: reducedMotion ? 0 : 200
    readonly property int turn: 900
    readonly property int tipDelay: 700

    function scaled(size: real): int {
        return Math.round(size * textScale);
    }

    function mix(under: color, over: color, share: real): color {
        return Qt.rgba(under.r + (over.r - under.r) * share, under.g + (over.g - under.g) * share,
                       under.b + (over.b - under.b) * share, 1);
    }

    function fade(ink: color, share: real): color {
        return Qt.rgba(ink.r, ink.g, ink.b, share);
    }

    function iconSource(name: string): url {
        return name === "" ? "" : "qrc:/qt/qml/Pennydrop/Style/icons/" + name + ".svg";
    }

    // The kinds of an entry by their permanent numbers: 1 setback, 2 light bulb, 3 barrier.
    function kindColour(kind: int): color {
        return kind === 1 ? setback : kind === 2 ? lightBulb : kind === 3 ? barrier : textSecondary;
    }

    function kindTint(kind: int): color {
        return kind === 1 ? setbackTint : kind === 2 ? lightBulbTint : kind === 3 ? barrierTint : background;
    }

    function kindIcon(kind: int): url {
        return iconSource(kind === 1 ? "setback" : kind === 2 ? "light-bulb" : kind === 3 ? "barrier" : "");
    }
}
