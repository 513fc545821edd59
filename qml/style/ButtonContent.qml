// SPDX-License-Identifier: Apache-2.0
// The icon and the words of a button. Long words wrap instead of being cut off.
import QtQuick
import QtQuick.Templates as T

Item {
    id: root

    required property T.AbstractButton control
    required property color ink
    property real textSize: Theme.label
    property real iconSize: Theme.iconSmall
    property bool bold: true
    property bool working: false

    readonly property bool hasIcon: working || String(control.icon.source) !== ""
    readonly property real iconSpace: hasIcon ? iconSize + (words.text === "" ? 0 : control.spacing) : 0
    // Measured apart: what wraps has no width of its own that could be asked.
    readonly property real fullWidth: words.text === "" ? 0 : Math.ceil(metrics.advanceWidth) + Theme.line
    readonly property real wordsWidth: Math.min(fullWidth, Math.max(0, width - iconSpace))

    implicitWidth: iconSpace + fullWidth
    implicitHeight: Math.max(hasIcon ? iconSize : 0, words.implicitHeight)

    Icon {
        id: picture

        anchors.verticalCenter: parent.verticalCenter
        x: root.control.mirrored ? root.width - width - (root.width - root.iconSpace - root.wordsWidth) / 2
                                 : (root.width - root.iconSpace - root.wordsWidth) / 2
        visible: root.hasIcon
        source: root.working ? Theme.iconSource("spinner") : root.control.icon.source
        size: root.iconSize
        color: root.ink

        RotationAnimator on rotation {
            from: 0
            to: 360
            duration: Theme.turn
            loops: Animation.Infinite
            running: root.working && root.visible && !Theme.reducedMotion
            onRunningChanged: {
                if (!running) {
                    picture.rotation = 0;
                }
            }
        }
    }

    TextMetrics {
        id: metrics

        text: words.text
        font: words.font
    }

    Text {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        x: root.control.mirrored ? (root.width - root.iconSpace - root.wordsWidth) / 2
                                 : (root.width + root.iconSpace - root.wordsWidth) / 2
        width: root.wordsWidth
        text: root.control.text
        textFormat: Text.PlainText
        font.family: root.control.font.family
        font.pixelSize: root.textSize
        font.weight: root.bold ? Font.DemiBold : Font.Normal
        color: root.ink
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
}
