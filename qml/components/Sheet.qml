// SPDX-License-Identifier: Apache-2.0
// A sheet over the screen: from below on a phone, in the middle where there is room. What it holds is its content item.
import QtQuick
import QtQuick.Templates as T
import Pennydrop.Style

Popup {
    id: root

    readonly property bool phone: parent !== null && parent.width < Theme.narrow

    parent: T.Overlay.overlay
    modal: true
    focus: true
    margins: 0
    padding: Theme.space2
    topPadding: Theme.space4
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? (phone ? parent.height - height : Math.round((parent.height - height) / 2)) : 0
    width: parent ? (phone ? parent.width : Math.min(Theme.form + Theme.space8, parent.width - Theme.space8)) : 0
    height: parent ? Math.min(implicitHeight, Math.round(parent.height * 0.86)) : implicitHeight

    background: PopupBackground {
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            visible: root.phone
            height: Theme.radius
            color: Theme.raised
        }
    }
}
